// The answers of the API about what could be, and where partners stand: proposals, scenarios, positions.
import type { GapRow, Measure, PairCounts, PartyRow, Rule, SidesRow, Words } from './types.ts';

/** Somebody to turn to: a desk or function first, a person only where visible. */
export interface ContactRow {
  name: Words;
  how: 'desk' | 'attention_officer' | 'person' | 'unknown';
  phone?: string | null;
  mail?: string | null;
}

export interface Reached {
  value: number;
  crossEfficiency?: number | null;
  pairsWithinTwoSteps: number;
}

export interface IntroductionRow {
  id: string;
  letter: string;
  a: PartyRow;
  b: PartyRow;
  contactA?: ContactRow | null;
  contactB?: ContactRow | null;
  introducers: { party: PartyRow; contact?: ContactRow | null; why: Words }[];
  steps: PartyRow[];
  askFirst: boolean;
  reasons: { code: string; words: Words }[];
  gain: Reached;
  before: Reached;
  after: Reached;
  closes: string[];
  text: Words;
}

export interface Meeting {
  text: Words;
  parties: PartyRow[];
  introductions: string[];
  hours: number;
}

export interface Change {
  before: number;
  after: number;
  most: number;
}

export interface Plan {
  coalition: string;
  asOf: string;
  version: number;
  rule: Rule;
  sides: SidesRow;
  value: Change;
  short: Change;
  introductions: IntroductionRow[];
  meetings: Meeting[];
  notDone: Words[];
}

/** A change that is supposed, never stored. */
export type Supposed =
  | { what: 'person_leaves'; person: string }
  | { what: 'partner_stops'; organisation: string }
  | { what: 'project_lead_leaves' }
  | { what: 'introduced'; a: string; b: string };

export interface Compared {
  name: string;
  label: Words;
  before: Measure;
  after: Measure;
  difference?: number | null;
  /** Somebody goes: `before` is over the pairs that remain, as `after` is. */
  samePairs: boolean;
}

export interface WhatIf {
  coalition: string;
  asOf: string;
  version: number;
  rule: Rule;
  sides: SidesRow;
  changes: { change: Supposed; text: Words }[];
  measures: Compared[];
  gaps: { solved: GapRow[]; new: GapRow[]; changed: { before: GapRow; after: GapRow }[]; same: number };
  pairs: { before: PairCounts; after: PairCounts };
  text: Words[];
}

/** How often a partner stands between two others without a line of their own, by the groups those belong to. */
export interface BrokerRoles {
  coordinator: number;
  consultant: number;
  /** As often the other way round, from the own group outward. */
  gatekeeper: number;
  liaison: number;
}

/** What the others would lose without a partner, over the same pairs. */
export interface Departed {
  crossEfficiencyChange: Measure;
  fragmentationChange: Measure;
}

export interface StandingRow {
  party: PartyRow;
  lines: number;
  betweenness: Measure;
  crossBetweenness: Measure;
  constraint: Measure;
  effectiveSize: Measure;
  coreNumber: number;
  inCore?: boolean | null;
  broker: BrokerRoles;
  holdsTogether: boolean;
  departure: Departed;
}

/** Somebody in a smallest set of people on whom the lines between the sides rest. */
export interface Carrier {
  /** Absent for "somebody": then only the organisations are known. */
  person?: string | null;
  name: Words;
  parties: PartyRow[];
  inEverySet: boolean;
}

export interface Carriers {
  number: Measure;
  cap?: number | null;
  people: Carrier[];
  text: Words;
}

export interface Standings {
  coalition: string;
  asOf: string;
  version: number;
  rule: Rule;
  sides: SidesRow;
  /** How far the numbers can be relied on. */
  text: Words;
  partners: StandingRow[];
  carriers: Carriers;
  communities: { parties: PartyRow[] }[];
  communitiesText: Words;
}
