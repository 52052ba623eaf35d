// The answers of the API about what could be, and where partners stand: proposals, scenarios, positions.
import type { GapRow, Measure, PairCounts, PartyRow, SidesRow, Words } from './types.ts';

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
}

export interface WhatIf {
  coalition: string;
  asOf: string;
  version: number;
  sides: SidesRow;
  changes: { text: Words }[];
  measures: Compared[];
  gaps: { solved: GapRow[]; new: GapRow[]; changed: { before: GapRow; after: GapRow }[]; same: number };
  pairs: { before: PairCounts; after: PairCounts };
  text: Words[];
}

/** How often a party stands between two others, by the groups those belong to. */
export interface BrokerRoles {
  liaison: number;
  coordinator: number;
  gatekeeper: number;
  representative: number;
  consultant: number;
}

export interface StandingRow {
  party: PartyRow;
  lines: number;
  betweenness?: number | Measure | null;
  crossBetweenness?: number | Measure | null;
  constraint?: number | Measure | null;
  effectiveSize?: number | Measure | null;
  coreNumber?: number | Measure | null;
  broker?: BrokerRoles | null;
  holdsTogether: boolean;
  departure?: { crossEfficiency?: number | null; fragmentation?: number | null } | null;
}

export interface Carrier {
  person?: { id: string; name: string } | null;
  party: PartyRow;
  title?: string | null;
  inSomeCut: boolean;
}

export interface Carriers {
  value?: number | null;
  low?: number | null;
  high?: number | null;
  cap?: number | null;
  reason?: Words | null;
  people: Carrier[];
  text: Words;
}

export interface Standings {
  coalition: string;
  asOf: string;
  version: number;
  sides: SidesRow;
  partners: StandingRow[];
  carriers: Carriers;
  communities: { parties: PartyRow[] }[];
  communitiesText: Words;
}
