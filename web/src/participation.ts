// Partners by how they take part.
import type { MembershipStatus, PartnerRow } from './api/types.ts';

export type Participation = MembershipStatus | 'seen';
const ORDER: readonly Participation[] = ['signatory', 'participating', 'approached', 'wanted', 'seen', 'left'];

/** Takes partners; gives the groups that have members, from signed to left, each in the order given. */
export function byParticipation(partners: readonly PartnerRow[]): [Participation, PartnerRow[]][] {
  const groups = ORDER.map((status): [Participation, PartnerRow[]] => [
    status,
    partners.filter((partner) => (partner.status ?? 'seen') === status),
  ]);
  return groups.filter(([, members]) => members.length > 0);
}
