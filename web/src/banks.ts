// The parties of a gap on two banks.
import type { Domain, PartyRow } from './api/types.ts';

const MEDICAL: readonly (Domain | null | undefined)[] = ['medical', 'public_health'];

/**
 * Takes parties; gives those on the medical bank and those on the other.
 * Parties of one domain only stand on one bank, unless they are a pair: then each has its own.
 */
export function banks(parties: readonly PartyRow[]): [PartyRow[], PartyRow[]] {
  const left = parties.filter((party) => MEDICAL.includes(party.domain));
  const right = parties.filter((party) => !MEDICAL.includes(party.domain));
  if (left.length > 0 && right.length > 0) return [left, right];
  if (parties.length === 2) return [parties.slice(0, 1), parties.slice(1)];
  return [[...parties], []];
}
