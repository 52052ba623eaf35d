// Lines between groups as a square: a row and a column a group, each pair of groups once.
import type { MixingCell } from './api/types.ts';

export interface Square {
  groups: string[];
  /** The cell of two groups, in whichever order they are named; absent when there is none. */
  cell: (a: string, b: string) => MixingCell | undefined;
}

/** Takes cells; gives the groups in the order they first appear, and how to find a cell. */
export function square(cells: readonly MixingCell[]): Square {
  const groups = [...new Set(cells.flatMap(({ a, b }) => [a, b]))];
  const key = (a: string, b: string): string => JSON.stringify([a, b].sort());
  const found = new Map(cells.map((cell) => [key(cell.a, cell.b), cell]));
  return { groups, cell: (a, b) => found.get(key(a, b)) };
}
