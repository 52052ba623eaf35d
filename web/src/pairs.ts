// The bar of pairs between the two sides: a cell a pair, or three parts when there are many.
import type { PairCounts } from './api/types.ts';

/** More pairs than this become one bar of three parts. */
export const CELLS_MAX = 24;
export const BAR_WIDTH = 520;
const GAP = 3;

export type PairState = 'present' | 'unknown' | 'absent';
export interface Part {
  state: PairState;
  x: number;
  width: number;
}

/** Takes counts and how wide the bar is; gives the parts from left to right: mentioned, not asked, no line yet. None when there are no pairs. */
export function bar({ present, unknown, absent }: Omit<PairCounts, 'possible'> & Partial<PairCounts>, whole = BAR_WIDTH): Part[] {
  const counts: [PairState, number][] = [['present', present], ['unknown', unknown], ['absent', absent]];
  const total = present + unknown + absent;
  const cells = total <= CELLS_MAX ? counts.flatMap(([state, n]) => Array.from({ length: n }, () => [state, 1] as const)) : counts;
  const drawn = cells.filter(([, n]) => n > 0);
  const unit = (whole - 2 - GAP * (drawn.length - 1)) / Math.max(total, 1);
  let x = 1;
  return drawn.map(([state, n]) => {
    const part = { state, x: round(x), width: round(n * unit) };
    x += n * unit + GAP;
    return part;
  });
}

const round = (value: number): number => Math.round(value * 10) / 10;
