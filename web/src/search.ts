// Finding a coalition by what stands in its row.
import type { CoalitionSummary, Words } from './api/types.ts';

/** Small letters without accents, so that "cooperatie" finds "Coöperatie". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Takes rows and what is typed; gives the rows in which every word of it stands. */
export function found(rows: readonly CoalitionSummary[], typed: string, say: (words: Words) => string): CoalitionSummary[] {
  const parts = plain(typed).split(/\s+/).filter(Boolean);
  return rows.filter((row) => {
    const text = plain(`${row.name} ${say(row.finding)}`);
    return parts.every((part) => text.includes(part));
  });
}
