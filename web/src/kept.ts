// The last answers to questions in words of the catalogue, for when there is no connection. Only the fields named here are kept:
// no free text, no person, no line, no sentence that may name somebody.
import type { PartyRow } from './api/types.ts';
import type { Answer, CodeRow, Contact, Named, WhoToCall } from './api/who.ts';

const CARDS = 'kl-cards';
/** Answers of the catalogue and the list of coalitions, which the service worker keeps. */
export const LISTS = 'kl-lists';
/** How many cards are kept; the oldest goes first. */
export const CARDS_MAX = 20;

const DESK = [
  'name', 'audience', 'audienceWords', 'phone', 'mail', 'web', 'hours', 'open', 'needs', 'refer', 'languages', 'checked', 'freshness',
] as const satisfies (keyof Contact)[];
const PARTY = ['id', 'name', 'nameEn', 'kind', 'domain'] as const satisfies (keyof PartyRow)[];

type Desk = Pick<Contact, (typeof DESK)[number]>;

/** A partner with its desks, the best first. */
interface Kept {
  party: Pick<PartyRow, (typeof PARTY)[number]>;
  kind?: CodeRow | null;
  placeholder: boolean;
  desks: Desk[];
}

export interface Card {
  /** Where it stands, in Dutch. */
  address: string;
  /** When it was asked, in ms since 1970. */
  at: number;
  coalition?: Named | null;
  need?: CodeRow | null;
  kind?: CodeRow | null;
  partners: Kept[];
}

function only<T extends object, K extends keyof T>(all: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.filter((name) => all[name] !== undefined).map((name) => [name, all[name]])) as Pick<T, K>;
}

/** What is kept of an answer. */
export function cardOf({ answers, asked: { need, kind }, coalition }: WhoToCall, address: string, at: number): Card {
  const partners = answers.map((row): Kept => ({
    party: only(row.party, PARTY),
    kind: row.kind,
    placeholder: row.placeholder,
    desks: [...(row.contact ? [row.contact] : []), ...row.others].map((desk) => only(desk, DESK)),
  }));
  return { address, at, coalition, need, kind, partners };
}

const NOTHING = { nl: '', en: '' };

/** A card as an answer, to show it. What was not kept is empty. */
export function answerOf({ coalition, need, kind, partners }: Card): WhoToCall {
  const one = ({ party, desks, ...rest }: Kept, at: number): Answer => {
    const [contact, ...others] = desks.map((desk, place): Contact => ({ ...desk, id: `${at}.${place}`, freshnessWords: NOTHING, vcard: '' }));
    const line: Answer['line'] = { state: 'nobody', heading: NOTHING, steps: [] };
    return { ...rest, rank: at + 1, party, contact, others, line, people: [], next: [], participation: NOTHING, serves: NOTHING, reason: NOTHING };
  };
  return {
    coalition,
    asOf: '',
    version: 0,
    asked: { need, kind },
    from: { words: NOTHING },
    status: NOTHING,
    answers: partners.map(one),
    nobody: partners.length > 0 ? null : { words: NOTHING, ask: [], counted: false },
    guesses: [],
  };
}

/** Takes the cards there are, newest first, and a new one; gives those to keep. */
export function keeping(cards: readonly Card[], next: Card): Card[] {
  return [next, ...cards.filter((card) => card.address !== next.address)].slice(0, CARDS_MAX);
}

const INDEX = '/wie?bewaard';

async function store(): Promise<Cache | undefined> {
  return typeof caches === 'undefined' ? undefined : caches.open(CARDS).catch(() => undefined);
}

/** All cards, newest first; none in a browser that keeps nothing. */
export async function cards(): Promise<Card[]> {
  const found = await (await store())?.match(INDEX).catch(() => undefined);
  return found === undefined ? [] : ((await found.json().catch(() => [])) as Card[]);
}

export async function keep(card: Card): Promise<void> {
  const place = await store();
  if (place === undefined) return;
  const all = keeping(await cards(), card);
  await place.put(INDEX, new Response(JSON.stringify(all), { headers: { 'content-type': 'application/json' } })).catch(() => undefined);
}

export async function clear(): Promise<void> {
  if (typeof caches === 'undefined') return;
  await Promise.all([CARDS, LISTS].map((name) => caches.delete(name)));
}
