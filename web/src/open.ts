// Is a desk open now? Told by the clock of the Netherlands, wherever the reader is. Holidays are not known.
import type { OpenSpan } from './api/who.ts';

const ZONE = 'Europe/Amsterdam';
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK_DAYS = 7;

export interface Moment {
  /** Monday is 0. */
  day: number;
  /** Minutes after midnight. */
  minute: number;
}

export type OpenNow =
  | { open: true; until: number }
  /** `away`: in how many days it opens; 0 is today, 7 the same day next week. */
  | { open: false; day: number; from: number; away: number };

/** Takes an instant; gives day and minute in the Netherlands. */
export function momentOf(at: Date): Moment {
  const form = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const part = (type: string): string => form.formatToParts(at).find((one) => one.type === type)?.value ?? '';
  return { day: DAYS.indexOf(part('weekday')), minute: Number(part('hour')) * 60 + Number(part('minute')) };
}

/** Takes the spans of a week and a moment; gives whether it is open, and until or from when. No spans: not known. */
export function openNow(spans: readonly OpenSpan[], { day, minute }: Moment): OpenNow | undefined {
  const now = spans.find((span) => span.day === day && span.from <= minute && minute < span.until);
  if (now) return { open: true, until: lastOf(spans, now) };
  const waits = spans.map((span) => {
    const away = (span.day - day + WEEK_DAYS) % WEEK_DAYS;
    return { span, away: away === 0 && span.from <= minute ? WEEK_DAYS : away };
  });
  waits.sort((a, b) => a.away - b.away || a.span.from - b.span.from);
  const first = waits[0];
  return first && { open: false, day: first.span.day, from: first.span.from, away: first.away };
}

/** Until when it stays open: a span that starts where this one ends goes on. */
function lastOf(spans: readonly OpenSpan[], now: OpenSpan): number {
  const next = spans.find((span) => span.day === now.day && span.from === now.until);
  return next ? lastOf(spans, next) : now.until;
}

/** 540 → "9.00" in Dutch, "9:00" in English. */
export const clock = (minutes: number, language: 'nl' | 'en'): string =>
  `${Math.floor(minutes / 60)}${language === 'nl' ? '.' : ':'}${String(minutes % 60).padStart(2, '0')}`;

/** Today in the Netherlands, as 2026-11-22. */
export const dayNow = (at = new Date()): string => new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(at);
