// What changed, in the order it is read.
import type { Changes, LineChange, TimelinePoint } from './api/change.ts';

const ORDER: readonly string[] = ['new', 'lost', 'strengthened', 'weakened', 'confirmed', 'doubted', 'contested', 'stale', 'refreshed', 'unchanged'];

/** The counts that are not nought, in the order they are read; what the page does not know comes last. */
export function counted(counts: Changes['counts']): [string, number][] {
  const place = (what: string): number => (ORDER.includes(what) ? ORDER.indexOf(what) : ORDER.length);
  return Object.entries(counts).filter(([, n]) => n > 0).sort(([x], [y]) => place(x) - place(y));
}

/** A sign before the words of a change; the words say the same. */
export const signOf = (what: readonly LineChange[]): '⊕' | '⊖' | '' => (what.includes('new') ? '⊕' : what.includes('lost') ? '⊖' : '');

export interface DayRow {
  day: string;
  then: TimelinePoint[];
  now?: TimelinePoint;
}

/** The points of one measure by day, oldest first: all that was measured then, the last first, beside what is known now. */
export function byDay(points: readonly TimelinePoint[]): DayRow[] {
  const rows = new Map<string, DayRow>();
  for (const point of points) {
    const row = rows.get(point.asOf) ?? { day: point.asOf, then: [] };
    rows.set(point.asOf, row);
    if (point.source === 'computed') row.now = point;
    else row.then.push(point);
  }
  for (const { then } of rows.values()) then.sort((x, y) => (y.keptAt ?? '').localeCompare(x.keptAt ?? ''));
  return [...rows.values()].sort((x, y) => x.day.localeCompare(y.day));
}

/** A difference smaller than this is not seen in a number of two decimals. */
const SEEN = 0.005;

/** Did the measure or one of its bounds change, as far as a reader sees? */
export function moved({ before, after }: Pick<Changes['measures'][number], 'before' | 'after'>): boolean {
  const differs = (x: number | null | undefined, y: number | null | undefined): boolean => ((x == null || y == null) ? x != y : Math.abs(x - y) >= SEEN);
  return differs(before.value, after.value) || differs(before.low, after.low) || differs(before.high, after.high);
}

/** Is this a day as an address holds it? */
export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
