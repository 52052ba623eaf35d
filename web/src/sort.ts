// Sorting the table of lines.
import type { LinkRow } from './api/types.ts';

export type Column = 'between' | 'what' | 'level' | 'said' | 'last';
export interface Order {
  column: Column;
  descending: boolean;
}

/** The text a row is sorted by. */
export type KeyOf = (row: LinkRow, column: Column) => string;

/** Takes rows and an order; gives them sorted, equal ones in the order they came. */
export function sorted(rows: readonly LinkRow[], { column, descending }: Order, keyOf: KeyOf, locale: string): LinkRow[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column) }));
  keyed.sort((x, y) => collator.compare(x.key, y.key) * (descending ? -1 : 1));
  return keyed.map(({ row }) => row);
}
