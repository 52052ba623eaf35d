// Which gaps stand where.
import type { GapRow, Pile } from './api/types.ts';

export const SHOWN: readonly Pile[] = ['do', 'ask', 'track'];

export interface Heap {
  pile: Pile;
  gaps: GapRow[];
}

/** The gaps by pile, in the order of the list; piles without gaps are left out. */
export function heaps(gaps: readonly GapRow[], all: boolean): Heap[] {
  const piles: Pile[] = all ? [...SHOWN, 'rest'] : [...SHOWN];
  return piles.map((pile) => ({ pile, gaps: gaps.filter((gap) => gap.pile === pile) })).filter((heap) => heap.gaps.length > 0);
}

/** How many actions stand under "do this first". */
export const FIRST = 3;

/** What to do first: two to do and one to ask, filled up from either when one of them runs out. */
export function first(gaps: readonly GapRow[]): GapRow[] {
  const todo = gaps.filter((gap) => gap.pile === 'do');
  const ask = gaps.filter((gap) => gap.pile === 'ask');
  const asked = Math.max(ask.length > 0 ? 1 : 0, FIRST - todo.length);
  return [...todo.slice(0, FIRST - Math.min(asked, ask.length)), ...ask.slice(0, asked)].slice(0, FIRST);
}

/** Kinds that are a question by themselves. */
const QUESTIONS: readonly GapRow['kind'][] = ['unknown_line', 'unknown_partner', 'unconfirmed', 'stale'];
/** Kinds that are one when nobody was asked. */
const UNASKED: readonly GapRow['kind'][] = ['uncovered_need', 'uncovered_theme'];

/** Is there something to ask first? Then the mark is grey, never red. */
export const isQuestion = ({ kind, pile, certainty }: Pick<GapRow, 'kind' | 'pile' | 'certainty'>): boolean =>
  pile === 'ask' || QUESTIONS.includes(kind) || (certainty === 'nobody' && UNASKED.includes(kind));
