// The last answers to questions in words of the catalogue, for when there is no connection. Free text is never among them.
import type { Answer, Contact, WhoToCall } from './api/who.ts';

const CARDS = 'kl-cards';
/** Answers of the catalogue and the list of coalitions, which the service worker keeps. */
export const LISTS = 'kl-lists';
/** How many cards are kept; the oldest goes first. */
export const CARDS_MAX = 20;

export interface Card {
  answer: WhoToCall;
  /** When it was asked, in ms since 1970. */
  at: number;
  /** Where it stands, in Dutch. */
  address: string;
}

/** The answer with its desks alone: no line, no people, not who checked a number. Any of those may name a person. */
export function desksOnly(answer: WhoToCall): WhoToCall {
  const bare = (contact: Contact): Contact => ({ ...contact, checkedBy: null });
  const one = (row: Answer): Answer => ({
    ...row,
    contact: row.contact && bare(row.contact),
    others: row.others.map(bare),
    people: [],
    line: { state: 'nobody', heading: row.line.heading, steps: [], introducer: null },
    next: [],
  });
  return {
    ...answer,
    answers: answer.answers.map(one),
    nobody: answer.nobody && { ...answer.nobody, ask: [] },
    elsewhere: answer.elsewhere && { ...answer.elsewhere, answer: one(answer.elsewhere.answer) },
  };
}

/** Takes the cards there are, newest first, and a new one; gives those to keep. The newest is whole, the others have their desks. */
export function keeping(cards: readonly Card[], next: Card): Card[] {
  const others = cards.filter((card) => card.address !== next.address);
  return [next, ...others.map((card) => ({ ...card, answer: desksOnly(card.answer) }))].slice(0, CARDS_MAX);
}

/** The answer without what was typed. */
export function withoutText(answer: WhoToCall): WhoToCall {
  const { text: _typed, ...asked } = answer.asked;
  return { ...answer, asked };
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
  const all = keeping(await cards(), { ...card, answer: withoutText(card.answer) });
  await place.put(INDEX, new Response(JSON.stringify(all), { headers: { 'content-type': 'application/json' } })).catch(() => undefined);
}

export async function clear(): Promise<void> {
  if (typeof caches === 'undefined') return;
  await Promise.all([CARDS, LISTS].map((name) => caches.delete(name)));
}
