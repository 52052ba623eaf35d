// One partner's circle: whom it reaches directly, and whom through one of those.
import type { LinkRow, PartyRow } from './api/types.ts';

/** Lines that are there: not denied, and more than planned or wished. */
const THERE: readonly LinkRow['status'][] = ['confirmed', 'one_sided', 'unverified', 'contested'];

export interface Ringed {
  party: PartyRow;
  ring: 1 | 2;
  /** Through whom, for the second ring. */
  via: PartyRow[];
}

/** Takes lines and a partner; gives its first ring, then its second, each in the order of the lines. */
export function rings(links: readonly LinkRow[], from: string): Ringed[] {
  const neighbours = new Map<string, Map<string, PartyRow>>();
  const put = (a: PartyRow, b: PartyRow) => neighbours.set(a.id, (neighbours.get(a.id) ?? new Map()).set(b.id, b));
  for (const { a, b, level, status } of links) {
    if (level !== 'practice' || !THERE.includes(status)) continue;
    put(a, b);
    put(b, a);
  }
  const direct = [...(neighbours.get(from)?.values() ?? [])];
  const second = new Map<string, Ringed>();
  for (const via of direct) {
    for (const party of neighbours.get(via.id)?.values() ?? []) {
      if (party.id === from || direct.some(({ id }) => id === party.id)) continue;
      const row = second.get(party.id) ?? { party, ring: 2, via: [] };
      row.via.push(via);
      second.set(party.id, row);
    }
  }
  return [...direct.map((party): Ringed => ({ party, ring: 1, via: [] })), ...second.values()];
}
