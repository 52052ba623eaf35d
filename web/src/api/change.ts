// The answers of the API about one coalition at two moments, and over all of them.
import type { Level, LinkStatus, Measure, PartyRow, Words } from './types.ts';

/** A day on which something known begins, ends or is dated. */
export interface Day {
  day: string;
  words: Words;
}

export type LineChange = 'new' | 'lost' | 'strengthened' | 'weakened' | 'confirmed' | 'doubted' | 'stale' | 'refreshed';

export interface LineThen {
  status: LinkStatus;
  strength?: number | null;
  stale: boolean;
}

export interface LineChanged {
  a: PartyRow;
  b: PartyRow;
  level: Level;
  across: boolean;
  what: LineChange[];
  before?: LineThen | null;
  after?: LineThen | null;
  words: Words;
  claims: string[];
}

/** How much of the lines stayed: kept of all there were on either day. */
export interface Stability {
  value?: number | null;
  kept: number;
  union: number;
  members?: number | null;
  reason?: Words | null;
}

export interface Changes {
  coalition: string;
  from: string;
  to: string;
  fromWords: Words;
  toWords: Words;
  version: number;
  moments: Day[];
  /** Only one moment is known. */
  onlyOne?: Words | null;
  summary: Words[];
  counts: Record<string, number>;
  lines: LineChanged[];
  partners: { party: PartyRow; what: string; words: Words }[];
  initiatives: { words: Words; what: string }[];
  gaps: { closed: Words[]; opened: Words[] };
  measures: { name: string; words: Words; before: Measure; after: Measure }[];
  stability: { common: Stability; all: Stability };
  notes: Words[];
}

export interface TimelinePoint {
  asOf: string;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  reason?: string | null;
  /** Measured then, or counted now over that day. */
  source: 'kept' | 'computed';
  keptAt?: string | null;
  program?: string | null;
  norm?: string | null;
}

export interface TimelineMeasure {
  name: string;
  words: Words;
  help?: Words | null;
  points: TimelinePoint[];
}

export interface Timeline {
  coalition: string;
  moments: Day[];
  measures: TimelineMeasure[];
  notes?: Words[];
}
