// The answers of the API: the part that the pages read, as /v1/openapi.json describes it.
// `npm run types` makes types of that document and holds these against them.

export type * from './scenario.ts';

/** One text in the languages of the product. */
export interface Words {
  nl: string;
  en: string;
}

/** Which sides an answer holds against each other. */
export interface SidesRow {
  code: string;
  words: Words;
  first: Words;
  second: Words;
}

export type Phase = 'preparation' | 'start' | 'running';
export type Domain = 'medical' | 'social' | 'public_health' | 'informal' | 'education' | 'governance';
export type MembershipStatus = 'wanted' | 'approached' | 'participating' | 'signatory' | 'left';
export type CoalitionRole = 'initiator' | 'project_lead' | 'executive_sponsor' | 'attention_officer';
export type Stance = 'asserted' | 'denied' | 'insufficient' | 'planned' | 'wished';
export type LinkStatus = 'confirmed' | 'one_sided' | 'unverified' | 'contested' | 'denied' | 'planned' | 'wished';
export type Level = 'governance' | 'practice';
export type Expected = 'core' | 'often' | 'optional';
export type Importance = 'a' | 'b' | 'c';
export type Certainty = 'both' | 'one' | 'source' | 'nobody';
export type Pile = 'do' | 'ask' | 'track' | 'rest';
/** What makes a claim a line: somebody says so, or both ends do. */
export type Rule = 'any' | 'confirmed';
export type GapKind =
  | 'missing_partner'
  | 'unknown_partner'
  | 'missing_line'
  | 'unknown_line'
  | 'long_line'
  | 'single_carrier'
  | 'few_carriers'
  | 'level_mismatch'
  | 'no_contact_point'
  | 'isolate'
  | 'contested'
  | 'unconfirmed'
  | 'stale'
  | 'uncovered_need'
  | 'uncovered_theme';

export interface CoalitionSummary {
  id: string;
  name: string;
  phase: Phase;
  finding: Words;
  members: number;
  approached: number;
  asOf: string;
  asOfWords: Words;
  version: number;
}

export interface Share {
  count: number;
  of: number;
}

export interface PairCounts {
  possible: number;
  present: number;
  absent: number;
  unknown: number;
}

export interface Counts {
  signatory: number;
  participating: number;
  approached: number;
  wanted: number;
  seen: number;
  placeholders: number;
}

export interface Provenance {
  source?: string | null;
  date?: string | null;
  at?: string | null;
  reading: 'stated' | 'interpreted';
  note?: string | null;
}

export interface ClaimRow {
  id: string;
  text: Words;
  stance: Stance;
  speaker?: Words | null;
  said: Provenance;
}

export interface Initiative {
  id: string;
  kind: 'agreement' | 'consultation' | 'programme' | 'tool' | 'meeting' | 'contact_person' | 'single_desk';
  kindWords: Words;
  name: string;
  status: 'existing' | 'planned' | 'wished' | 'ended';
  participants: string[];
  complete: boolean;
}

export interface Source {
  id: string;
  kind: 'document' | 'interview' | 'survey' | 'meeting_list' | 'import';
  title: string;
  publisher?: string | null;
  date?: string | null;
  locations?: string[];
}

export interface Overview {
  id: string;
  name: string;
  phase: Phase;
  started?: string | null;
  municipalities: { name: string; code?: string | null }[];
  asOf: string;
  asOfWords: Words;
  version: number;
  counts: Counts;
  speaking: Share;
  response?: Share | null;
  finding: Words;
  standing: Words[];
  pairs: PairCounts;
  warnings: Words[];
  themes: { name: string; needs: Words[] }[];
  initiatives: Initiative[];
  statements: ClaimRow[];
  sources: Source[];
  sides: SidesRow;
  norm: string;
}

export interface PartyRow {
  id: string;
  name: string;
  nameEn?: string | null;
  kind?: string | null;
  domain?: Domain | null;
}

export interface ContactPoint {
  id: string;
  name: string;
  audience?: 'professionals' | 'parents';
  phone?: string | null;
  mail?: string | null;
  web?: string | null;
  hours?: string | null;
}

export interface PartnerRow {
  id: string;
  name: string;
  shortName?: string | null;
  kinds: { code: string; name: Words; basis: 'stated' | 'inferred' }[];
  domain?: Domain | null;
  side?: 'medical' | 'social' | null;
  placeholder: boolean;
  status?: MembershipStatus | null;
  roles: CoalitionRole[];
  people: { name: string; title?: string | null; roles: CoalitionRole[] }[];
  lines: number;
  crossLines: number;
  contactPoints: ContactPoint[];
  said: Provenance;
}

export interface NotNamed {
  kind: string;
  name: Words;
  domain: Domain;
  expected: Expected;
}

export interface Partners {
  partners: PartnerRow[];
  people: { name: string; title?: string | null; profession?: Words | null }[];
  notNamed: NotNamed[];
  closed: boolean;
}

export interface LinkRow {
  a: PartyRow;
  b: PartyRow;
  level: Level;
  status: LinkStatus;
  /** Which ends say so: a, then b. */
  saidBy: boolean[];
  kinds: Words[];
  strength?: number | null;
  freshness: number;
  lastSaid?: string | null;
  across: boolean;
  claims: ClaimRow[];
}

export interface EvidenceRow {
  sort: string;
  text: Words;
  speaker?: Words | null;
  said?: Provenance | null;
  normSources?: { key: string; title: string; url?: string | null }[];
  visibleTo?: VisibleTo | null;
}

export interface GapRow {
  id: string;
  rank: number;
  kind: GapKind;
  kindWords: Words;
  importance: Importance;
  importanceWords: Words;
  certainty: Certainty;
  certaintyWords: Words;
  pile: Pile;
  parties: PartyRow[];
  evidence: EvidenceRow[];
  text: Words;
  rule: Words;
  closes: Words;
  /** For whom it is; absent: for everybody who sees the coalition. */
  visibleTo?: VisibleTo | null;
}

/** For whom something is: the facilitator, and these organisations or persons. */
export interface VisibleTo {
  facilitator: boolean;
  parties: string[];
}

export interface ExpectedRow {
  code: string;
  finder: Words;
  helper: Words;
  weight: Expected;
  state: string;
}

export interface Gaps {
  coalition: string;
  asOf: string;
  version: number;
  norm: string;
  rule: Rule;
  sides: SidesRow;
  gaps: GapRow[];
  expected: ExpectedRow[];
}

/** What chance would give: from so many drawn networks, or from all of them. */
export interface Baseline {
  null: string;
  draws?: number | null;
  seed?: number | null;
  exact?: boolean;
}

export interface Measure {
  value?: number | null;
  low?: number | null;
  high?: number | null;
  expected?: number | null;
  reason?: string | null;
  caution?: string | null;
  z?: number | null;
  p?: number | null;
  baseline?: Baseline | null;
  baselineReason?: string | null;
}

/** Lines between two groups, beside what chance would give. */
export interface MixingCell {
  a: string;
  b: string;
  ties: number;
  possible: number;
  unknown: number;
  density?: number | null;
  expected?: number | null;
  ratio?: number | null;
  z?: number | null;
  p?: number | null;
}

/** The same lines in three groups: the first side, the second side, and who stands on neither. */
export interface ThreeGroups {
  measures?: Record<string, Measure> | null;
  mixing: (Omit<MixingCell, 'a' | 'b'> & { a: Words; b: Words })[];
}

export interface Structure {
  coalition: string;
  asOf: string;
  measures: Record<string, Measure>;
  mixing: MixingCell[];
  /** The most that `carriers` could be: people known on the smaller side. */
  carriersCap?: number | null;
  threeGroups?: ThreeGroups | null;
}

export interface Catalogue {
  kinds: { code: string; name: Words; domain: Domain }[];
  needs: { code: string; name: Words }[];
}

/** What a change did, and how to take it back. */
export interface Receipt {
  sequence: number;
  inverse: object[];
  revisions: object[];
}

/** A contact point as it stands in the register: what is sent to add or replace one. */
export interface ContactRecord {
  id?: string;
  organisation: string;
  coalition?: string | null;
  name: string;
  audience?: 'professionals' | 'parents';
  phone?: string | null;
  mail?: string | null;
  hours?: string | null;
  refer?: string | null;
  needs?: string[];
  checked?: string | null;
}

/** A refusal of the API: application/problem+json. */
export interface Problem {
  title: string;
  status: number;
  detail?: string | null;
  errors?: { parameter?: string | null; pointer?: string | null; detail: string }[];
}
