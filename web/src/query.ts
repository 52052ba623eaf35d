// What stands after the question mark of an address: codes, never free text.
import type { Certainty, GapKind, Pile } from './api/types.ts';

/** How the network is read; travels with every link inside a coalition. What is usual is absent. */
export interface Reading {
  /** Code of the sides, as the API takes it. */
  sides?: string;
  rule?: 'confirmed';
  /** The day as of which is answered. */
  on?: string;
}

/** Which gaps are listed. `party` is a kind of partner, by its code in the catalogue. */
export interface GapFilter {
  kind?: GapKind;
  certainty?: Certainty;
  pile?: Pile;
  party?: string;
}

export const LAYERS = ['aandachtspunten', 'dragers', 'makelaars', 'kring', 'plan'] as const;
export type Layer = (typeof LAYERS)[number];

export const GAP_KINDS: readonly GapKind[] = [
  'missing_line', 'unknown_line', 'long_line', 'missing_partner', 'unknown_partner', 'single_carrier', 'few_carriers', 'level_mismatch',
  'no_contact_point', 'isolate', 'unconfirmed', 'contested', 'stale', 'uncovered_need', 'uncovered_theme',
];
export const CERTAINTIES: readonly Certainty[] = ['both', 'one', 'source', 'nobody'];
export const PILES: readonly Pile[] = ['do', 'ask', 'track', 'rest'];

/** How many introductions a plan may hold, and how many it holds when nobody says. */
export const LINES_MAX = 8;
export const LINES_USUAL = 5;

const CODE = /^[a-z][a-z0-9-]{0,60}$/;
/** Characters of a choice of sides; what it means is for the server to judge. */
const SIDES = /^[a-z0-9_:,-]{1,2000}$/;
const ID = /^[0-9a-z-]{1,64}$/i;

/** One of the codes given, or nothing. */
export function oneOf<T extends string>(codes: readonly T[], text: string | null): T | undefined {
  return codes.find((code) => code === text);
}

/** The same without what is not there, so that equal addresses give equal pages. */
export function given<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

export const isCode = (text: string): boolean => CODE.test(text);

const matching = (form: RegExp, text: string | null): string | undefined => (text !== null && form.test(text) ? text : undefined);

export const codeIn = (query: URLSearchParams, name: string): string | undefined => matching(CODE, query.get(name));

export const idIn = (query: URLSearchParams, name: string): string | undefined => matching(ID, query.get(name));

export function readingOf(query: URLSearchParams): Reading {
  const sides = matching(SIDES, query.get('kanten'));
  return given({
    sides: sides === 'default' ? undefined : sides,
    rule: oneOf(['confirmed'] as const, query.get('telt')),
    on: matching(/^\d{4}-\d{2}-\d{2}$/, query.get('op')),
  });
}

export function filterOf(query: URLSearchParams): GapFilter {
  return given({
    kind: oneOf(GAP_KINDS, query.get('soort')),
    certainty: oneOf(CERTAINTIES, query.get('zeker')),
    pile: oneOf(PILES, query.get('stapel')),
    party: matching(CODE, query.get('partner')),
  });
}

/** Letters of the introductions that are switched on; absent when nobody chose, empty when all are off. */
export function lettersOf(query: URLSearchParams): string[] | undefined {
  const text = query.get('aan');
  if (text === null) return undefined;
  return [...new Set(text.toUpperCase().split(',').filter((letter) => /^[A-L]$/.test(letter)))].sort();
}

export function linesOf(query: URLSearchParams): number | undefined {
  const lines = Number(query.get('lijnen'));
  return Number.isInteger(lines) && lines >= 1 && lines <= LINES_MAX && lines !== LINES_USUAL ? lines : undefined;
}

/** Takes names and values; gives them as they stand in an address, without what is absent. Codes stay readable. */
export function written(parts: [string, string | undefined][]): string {
  const there = parts.filter((part): part is [string, string] => part[1] !== undefined);
  const text = there.map(([name, value]) => `${name}=${encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2C/g, ',')}`).join('&');
  return text === '' ? '' : `?${text}`;
}

export const readingParts = ({ sides, rule, on }: Reading): [string, string | undefined][] => [['kanten', sides], ['telt', rule], ['op', on]];

export const filterParts = ({ kind, certainty, pile, party }: GapFilter): [string, string | undefined][] => [
  ['soort', kind], ['zeker', certainty], ['stapel', pile], ['partner', party],
];
