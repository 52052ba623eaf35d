// The list of gaps, filtered.
import type { GapRow } from './api/types.ts';
import { CERTAINTIES, GAP_KINDS, PILES, type GapFilter } from './query.ts';

/** Does this gap pass? What is not filled in lets everything through. */
export function passes(gap: GapRow, { kind, certainty, pile, party }: GapFilter): boolean {
  return (
    (kind === undefined || gap.kind === kind) &&
    (certainty === undefined || gap.certainty === certainty) &&
    (pile === undefined || gap.pile === pile) &&
    (party === undefined || gap.parties.some((one) => one.kind === party))
  );
}

export const isOn = (filter: GapFilter | undefined): boolean => filter !== undefined && Object.keys(filter).length > 0;

export interface Choice {
  code: string;
  count: number;
}

/** What can be chosen, each with how many gaps it has; what no gap has is left out, unless it is chosen. */
export function choices(gaps: readonly GapRow[], field: keyof GapFilter, chosen: string | undefined): Choice[] {
  const codes = (gap: GapRow): string[] =>
    field === 'party' ? [...new Set(gap.parties.flatMap((one) => one.kind ?? []))] : [gap[field === 'pile' ? 'pile' : field]];
  const counts = new Map<string, number>();
  for (const code of gaps.flatMap(codes)) counts.set(code, (counts.get(code) ?? 0) + 1);
  if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
  const order: readonly string[] = { kind: GAP_KINDS, certainty: CERTAINTIES, pile: PILES, party: [...counts.keys()].sort() }[field];
  return order.flatMap((code) => (counts.has(code) ? [{ code, count: counts.get(code)! }] : []));
}
