// Who to call: the question and its answer, as /v1/openapi.json describes them.
import type { PartyRow, Words } from './types.ts';

export interface Named {
  id: string;
  name: string;
}
export interface CodeRow {
  code: string;
  words: Words;
}

/** Sent: exactly one of need, kind, organisation, person, contactPoint and text. */
export interface WhoAsked {
  coalition?: string;
  need?: string;
  kind?: string;
  organisation?: string;
  person?: string;
  contactPoint?: string;
  text?: string;
  from?: { organisation?: string; kind?: string };
  /** Asked while it is being typed. */
  typing?: boolean;
}

export type Freshness = 'fresh' | 'stale' | 'never';

/** A part of a day in which it is open; day 0 is Monday, the rest in minutes after midnight. */
export interface OpenSpan {
  day: number;
  from: number;
  until: number;
}

export interface Reach {
  text: string;
  href: string;
}

export interface Contact {
  id: string;
  name: string;
  audience: 'professionals' | 'parents';
  audienceWords: Words;
  phone?: Reach | null;
  mail?: Reach | null;
  web?: Reach | null;
  hours?: Words | null;
  open: OpenSpan[];
  needs: CodeRow[];
  refer?: string | null;
  languages: CodeRow[];
  checked?: string | null;
  checkedBy?: Words | null;
  freshness: Freshness;
  freshnessWords: Words;
  vcard: string;
}

export interface PersonRow {
  id: string;
  name: string;
  title?: string | null;
  words: Words;
  contact?: Contact | null;
  vcard: string;
}

export type How = 'confirmed' | 'one_sided' | 'unverified' | 'contested' | 'colleague' | 'missing';

export interface LineStep {
  words: Words;
  party?: PartyRow | null;
  person?: { id: string; name: string; title?: string | null } | null;
  mark: 'you' | 'through' | 'target' | 'broken';
  /** Why one gets here from the step before. */
  by?: { how: How; fresh: boolean; strength?: number | null; words: Words; claims: string[] } | null;
}

export interface LineRow {
  state: 'confirmed' | 'possible' | 'none' | 'same' | 'nobody';
  heading: Words;
  steps: LineStep[];
  introducer?: { party: PartyRow; words: Words } | null;
}

export interface Answer {
  rank: number;
  party: PartyRow;
  kind?: CodeRow | null;
  placeholder: boolean;
  participation: Words;
  serves: Words;
  contact?: Contact | null;
  others: Contact[];
  people: PersonRow[];
  line: LineRow;
  next: Words[];
  reason: Words;
}

export interface AskRow {
  words: Words;
  party?: PartyRow | null;
  contact?: Contact | null;
}

export interface Suggestion {
  what: 'need' | 'kind' | 'organisation' | 'desk' | 'person' | 'position' | 'place';
  code?: string | null;
  id?: string | null;
  words: Words;
  detail?: Words | null;
}

export interface WhoToCall {
  coalition?: Named | null;
  asOf: string;
  version: number;
  asked: {
    text?: string | null;
    need?: CodeRow | null;
    kind?: CodeRow | null;
    party?: PartyRow | null;
    /** How a text was understood: exact, synonym, prefix, stem, part or typo. */
    how?: string | null;
    also?: { nl?: string[]; en?: string[] };
  };
  from: { words: Words; kind?: string | null; party?: PartyRow | null };
  status: Words;
  answers: Answer[];
  nobody?: { words: Words; ask: AskRow[]; counted: boolean } | null;
  elsewhere?: { coalition: Named; answer: Answer; words: Words } | null;
  guesses: Suggestion[];
}

/** Takes the address of a vCard; gives that of version 3.0, which every address book reads. */
export const saved = (vcard: string): string => `${vcard}?vcardVersion=3.0`;
