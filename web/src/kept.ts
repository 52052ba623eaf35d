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

/** Is anybody named in it? */
const named = ({ people, line }: Answer): boolean => people.length > 0 || line.steps.some((step) => step.person != null);

/** May this answer name a person? Whom to ask may be one. */
export const namesPeople = ({ answers, elsewhere, nobody }: WhoToCall): boolean =>
  answers.some(named) || (elsewhere != null && named(elsewhere.answer)) || (nobody?.ask.length ?? 0) > 0;

/** The answer without who checked its numbers: that may be a person. */
function unsigned(answer: WhoToCall): WhoToCall {
  const bare = (contact: Contact): Contact => ({ ...contact, checkedBy: null });
  const one = (row: Answer): Answer => ({ ...row, contact: row.contact && bare(row.contact), others: row.others.map(bare) });
  return { ...answer, answers: answer.answers.map(one), elsewhere: answer.elsewhere && { ...answer.elsewhere, answer: one(answer.elsewhere.answer) } };
}

/** Takes the cards there are, newest first, and a new one; gives those to keep. Of cards that name people only the newest stays. */
export function keeping(cards: readonly Card[], next: Card): Card[] {
  const others = cards.filter((card) => card.address !== next.address && !namesPeople(card.answer));
  return [next, ...others.map((card) => ({ ...card, answer: unsigned(card.answer) }))].slice(0, CARDS_MAX);
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
