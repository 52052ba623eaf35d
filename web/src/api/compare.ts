// The answers of the API about several coalitions beside each other.
import type { Domain, Expected, GapKind, Importance, Phase, Rule, SidesRow, Words } from './types.ts';

/** What is asked. No coalitions: all of them. */
export interface ComparisonAsked {
  coalitions?: string[];
  asOf?: string;
  rule?: Rule;
  sides?: string;
  /** The measure that is held against size. */
  funnel?: string;
}

export interface ComparedCoalition {
  id: string;
  name: string;
  phase: { code: Phase; words: Words };
  asOf: string;
  asOfWords: Words;
  version: number;
  members: number;
  themes?: number | null;
}

/** How far the comparison with chance is: it takes many draws and goes on behind the page. */
export interface ChanceState {
  state: 'ready' | 'computing';
  done: number;
  of: number;
  draws: number;
  seed: number;
  words: Words;
}

export interface CellBar {
  present: number;
  absent: number;
  unknown: number;
}

export interface ProfileCell {
  /** "onbekend" where the sources are silent. */
  words: Words;
  known: boolean;
  value?: number | null;
  of?: number | null;
  bar?: CellBar | null;
  source?: Words | null;
}

export interface ProfileRow {
  code: string;
  words: Words;
  help: Words;
  cells: ProfileCell[];
}

/** A number that is not shown, and why. */
export interface Suppressed {
  code: string;
  words: Words;
}

export interface MeasureCell {
  value?: number | null;
  low?: number | null;
  high?: number | null;
  expected?: number | null;
  z?: number | null;
  p?: number | null;
  baseline?: { null: string; draws?: number | null; seed?: number | null; exact?: boolean } | null;
  baselineReason?: string | null;
  /** Why it is not held against chance. */
  chanceSuppressed?: Suppressed | null;
  estimate?: number | null;
  caution?: Words | null;
  suppressed?: Suppressed | null;
  /** The same without the organisation that leads; `before` is with it, over the same pairs. */
  withoutLeader?: { value?: number | null; before?: number | null; leader: Words; reason?: Words | null } | null;
}

export interface MeasureRow {
  name: string;
  words: Words;
  help: Words;
  unit?: Words | null;
  range?: number[] | null;
  cells: MeasureCell[];
  /** Can the coalitions be put in order on it? If not, why. */
  rankable: { yes: boolean; words: Words };
}

export type KindState = 'signatory' | 'participating' | 'approached' | 'wanted' | 'seen' | 'placeholder' | 'absent' | 'unknown';

export interface KindCell {
  state: KindState;
  count: number;
  words: Words;
}

export interface KindRow {
  code: string;
  words: Words;
  domain: Domain;
  expected: Expected;
  cells: KindCell[];
}

/** How often a kind of gap was found, by who says so. */
export interface GapTally {
  bothSay: number;
  oneSays: number;
  sourceSays: number;
  nobodyAsked: number;
  /** These are for the coalition itself, and not counted for who asks. */
  withheld?: boolean;
}

export interface GapsOfKind {
  kind: GapKind;
  words: Words;
  help: Words;
  cells: GapTally[];
}

export interface Near {
  coalition: string;
  /** 0 is the same, 1 is nothing alike. */
  distance: number;
  coverage?: number | null;
  mixing?: number | null;
  portrait?: number | null;
  /** On how much they were compared. */
  compared?: Words | null;
  reasons: Words[];
}

/** Which coalitions were joined, nearest first: `left` and `right` under the number of coalitions are one of them, from there on a group. */
export interface Tree {
  order: string[];
  merges: { left: number; right: number; height: number; size: number }[];
}

export interface Likeness {
  near: Near[][];
  tree?: Tree | null;
  /** Coalitions of which too little can be compared. */
  leftOut?: string[];
  words: Words;
}

export interface Example {
  coalition: string;
  what: Words;
  status: 'does' | 'plans' | 'wishes';
  how: { words: Words; source?: Words | null }[];
}

export interface Lesson {
  coalition: string;
  /** `kind`: of a gap, or of what no source tells of. Only a gap has a page of its own. */
  gap: { id: string; kind: string; words: Words; sentence?: Words | null; importance: Importance };
  from: Example[];
  none?: Words | null;
  /** Where nobody has it: what comes near. */
  nearest?: Example[];
}

export interface FunnelPoint {
  coalition: string;
  size: number;
  value?: number | null;
  low?: number | null;
  high?: number | null;
  suppressed?: Suppressed | null;
}

export interface FunnelLimit {
  size: number;
  centre: number;
  low95: number;
  high95: number;
  low998: number;
  high998: number;
}

export interface Funnel {
  measure: string;
  words: Words;
  points: FunnelPoint[];
  limits: FunnelLimit[];
  method: Words;
  seed?: number | null;
}

/** Every list of cells is in the order of `coalitions`. */
export interface Comparison {
  asOf?: string | null;
  today: string;
  rule: Rule;
  sides: SidesRow;
  norm: string;
  version: number;
  chance: ChanceState;
  coalitions: ComparedCoalition[];
  notable: Words[];
  profile: ProfileRow[];
  measures: MeasureRow[];
  kinds: KindRow[];
  gaps: GapsOfKind[];
  likeness: Likeness;
  learnFrom: Lesson[];
  funnel?: Funnel | null;
}
