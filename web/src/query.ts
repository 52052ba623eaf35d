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

/** How many coalitions an address may name. */
export const COMPARED_MAX = 400;
/** Pictures and tables that a comparison can turn: what stands there at first is not in the address. */
export const TURNS = ['punten', 'trechter', 'soorten', 'boom'] as const;
export type Turn = (typeof TURNS)[number];
export const FACETS = ['wie', 'leiding', 'lijnen'] as const;
export type Facet = (typeof FACETS)[number];
export const ORDERS = ['naam', 'fase', 'grootte'] as const;
export type RowOrder = (typeof ORDERS)[number];

/** Which coalitions are beside each other, and what is shown of them. What is usual is absent. */
export interface Beside {
  /** Ids, in the order they were chosen. */
  chosen?: string[];
  all?: true;
  /** With those most like this one; the page looks up which. */
  like?: string;
  measure?: string;
  /** The kind of gap that is counted, with many coalitions. */
  kind?: GapKind;
  turned?: Turn[];
  /** Which part of the profile, with many coalitions. */
  facet?: Facet;
  order?: RowOrder;
  /** Which group of columns, counted from 1. */
  group?: number;
  /** For which coalition likeness and lessons are shown. */
  one?: string;
}

/** How many introductions a plan may hold, and how many it holds when nobody says. */
export const LINES_MAX = 8;
export const LINES_USUAL = 5;

const CODE = /^[a-z][a-z0-9-]{0,60}$/;
/** Characters of a choice of sides; what it means is for the server to judge. */
const SIDES = /^[a-z0-9_:,-]{1,2000}$/;
const ID = /^[0-9a-z-]{1,64}$/i;
const MEASURE = /^[a-zA-Z]{1,40}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

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

export const measureIn = (query: URLSearchParams): string | undefined => matching(MEASURE, query.get('maat'));

export const dayIn = (query: URLSearchParams, name: string): string | undefined => matching(DAY, query.get(name));

export function besideOf(query: URLSearchParams): Beside {
  const all = query.get('wie') === 'alle' ? (true as const) : undefined;
  const ids = [...new Set(query.getAll('c').filter((id) => ID.test(id)))].slice(0, COMPARED_MAX);
  const turned = TURNS.filter((turn) => query.get('om')?.split(',').includes(turn));
  const group = Number(query.get('groep'));
  return given({
    chosen: all || ids.length === 0 ? undefined : ids,
    all,
    like: all || ids.length > 0 ? undefined : idIn(query, 'zoals'),
    measure: measureIn(query),
    kind: oneOf(GAP_KINDS, query.get('soort')),
    turned: turned.length > 0 ? turned : undefined,
    facet: oneOf(FACETS.slice(1), query.get('deel')),
    order: oneOf(ORDERS.slice(1), query.get('volgorde')),
    group: Number.isInteger(group) && group > 1 && group <= COMPARED_MAX ? group : undefined,
    one: idIn(query, 'bij'),
  });
}

export const besideParts = ({ chosen = [], all, like, measure, kind, turned, facet, order, group, one }: Beside): [string, string | undefined][] => [
  ...chosen.map((id): [string, string] => ['c', id]),
  ['wie', all && 'alle'], ['zoals', like], ['maat', measure], ['soort', kind], ['om', turned?.join(',')],
  ['deel', facet], ['volgorde', order], ['groep', group?.toString()], ['bij', one],
];

export function readingOf(query: URLSearchParams): Reading {
  const sides = matching(SIDES, query.get('kanten'));
  return given({
    sides: sides === 'default' ? undefined : sides,
    rule: oneOf(['confirmed'] as const, query.get('telt')),
    on: dayIn(query, 'op'),
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
