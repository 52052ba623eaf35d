// Comparisons that can be had without choosing.
import type { CoalitionSummary, Phase } from './api/types.ts';
import type { Page } from './route.ts';

export type Ready =
  | { what: 'like'; name: string; page: Page }
  | { what: 'phase'; phase: Phase; n: number; page: Page }
  | { what: 'all'; n: number; page: Page };

/** How many are offered. */
const READY_MAX = 4;
/** Fewer than this are no comparison. */
const LEAST = 2;
/** A phase with more coalitions than this is no short address. */
const CHOSEN_MAX = 12;
const PHASES: readonly Phase[] = ['preparation', 'start', 'running'];

/** Takes the coalitions there are and one's own, if any; gives at most four comparisons, all of them last. None of fewer than two. */
export function readyMade(list: readonly CoalitionSummary[], own?: string): Ready[] {
  if (list.length < LEAST) return [];
  const mine = list.find(({ id }) => id === own);
  const like: Ready[] = mine ? [{ what: 'like', name: mine.name, page: { name: 'compare', like: mine.id } }] : [];
  const phases = PHASES.flatMap((phase): Ready[] => {
    const chosen = list.filter((row) => row.phase === phase).map(({ id }) => id);
    const some = chosen.length >= LEAST && chosen.length <= CHOSEN_MAX && chosen.length < list.length;
    return some ? [{ what: 'phase', phase, n: chosen.length, page: { name: 'compare', chosen } }] : [];
  });
  return [...[...like, ...phases].slice(0, READY_MAX - 1), { what: 'all', n: list.length, page: { name: 'compare', all: true } }];
}
