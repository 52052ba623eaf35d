// The plan: which introductions are on, who leaves, and what is asked of the server for that.
import type { Change, IntroductionRow, Meeting, PartyRow, Plan, Supposed, WhatIf, Words } from './api/types.ts';

/** The introductions that are switched on. Nobody chose: all of them. */
export function chosen(plan: Plan, on: readonly string[] | undefined): IntroductionRow[] {
  return on === undefined ? plan.introductions : plan.introductions.filter(({ letter }) => on.includes(letter));
}

/** The letters after one switch was turned; absent when all are on again, so that the address stays short. */
export function turned(plan: Plan, on: readonly string[] | undefined, letter: string): string[] | undefined {
  const now = chosen(plan, on).map((row) => row.letter);
  const next = plan.introductions.map((row) => row.letter).filter((one) => (one === letter) !== now.includes(one));
  return next.length === plan.introductions.length ? undefined : next;
}

/** Who leaves, from the address; absent when nobody does. */
export function departure(gone: string | undefined): Supposed | undefined {
  if (gone === undefined) return undefined;
  if (gone === 'projectleider') return { what: 'project_lead_leaves' };
  const [what, id] = gone.split(':');
  if (!id) return undefined;
  return what === 'persoon' ? { what: 'person_leaves', person: id } : { what: 'partner_stops', organisation: id };
}

/** The partner of an introduction that leaves, so that there is nobody left to introduce; absent when both stay. */
export function lapsed({ a, b }: IntroductionRow, gone: string | undefined): PartyRow | undefined {
  const leaves = departure(gone);
  return leaves?.what === 'partner_stops' ? [a, b].find(({ id }) => id === leaves.organisation) : undefined;
}

/** What is supposed: who leaves first, then the introductions of who stay, in order of their letters. */
export function changes(introductions: readonly IntroductionRow[], gone: string | undefined): Supposed[] {
  const leaves = departure(gone);
  return [...(leaves ? [leaves] : []), ...introductions.filter((row) => !lapsed(row, gone)).map(({ a, b }): Supposed => ({ what: 'introduced', a: a.id, b: b.id }))];
}

/**
 * The main result in counts: pairs within two steps, now and with the choice. The plan counts them introduction by introduction,
 * so they are known as long as the choice is its beginning and nobody leaves; absent otherwise.
 */
export function short(plan: Plan, on: readonly IntroductionRow[], gone: string | undefined): Change | undefined {
  const last = on.at(-1);
  const beginning = on.every((row, index) => row === plan.introductions[index]);
  if (gone !== undefined || last === undefined || !beginning) return undefined;
  return { before: plan.short.before, after: last.after.pairsWithinTwoSteps, most: plan.short.most };
}

/** Lines that somebody mentions between the sides, of all that are possible: before and after. */
export const mentioned = ({ pairs: { before, after } }: WhatIf): Change & { mostBefore: number } => ({
  before: before.present, mostBefore: before.possible, after: after.present, most: after.possible,
});

/** Pairs between the sides that cannot reach each other, before and after; absent when that does not change. */
export function cut({ measures }: WhatIf): { before: number; after: number } | undefined {
  const row = measures.find(({ name }) => name === 'unreachablePairs');
  const [before, after] = [row?.before.value, row?.after.value];
  return before == null || after == null || before === after ? undefined : { before, after };
}

/** What the page says of who introduces is no reason to meet. */
const HOW: readonly string[] = ['knows_both', 'in_steps', 'nobody_between', 'nobody_asked'];

/** Why these two: the reasons without those that say who introduces them. */
export const reasons = (row: IntroductionRow): IntroductionRow['reasons'] => row.reasons.filter(({ code }) => !HOW.includes(code));

/** How they could meet when nobody can introduce them; absent when the server does not say. */
export const otherwise = (row: IntroductionRow): Words | undefined =>
  row.reasons.find(({ code }) => code === 'in_steps' || code === 'nobody_between')?.words;

/** Meetings of which at least one introduction is on and does not lapse. */
export function meetings(plan: Plan, on: readonly string[] | undefined, gone?: string): Meeting[] {
  const letters = chosen(plan, on).filter((row) => !lapsed(row, gone)).map(({ letter }) => letter);
  return plan.meetings.filter((meeting) => meeting.introductions.some((letter) => letters.includes(letter))).map((meeting) => without(meeting, plan, gone));
}

/** The meeting without who leaves. The sentence of the server names them too: the names of who stay take its place. */
function without(meeting: Meeting, plan: Plan, gone: string | undefined): Meeting {
  const lost = plan.introductions.filter((row) => meeting.introductions.includes(row.letter) && lapsed(row, gone));
  if (lost.length === 0) return meeting;
  const parties = meeting.parties.filter(({ id }) => !lost.some((row) => lapsed(row, gone)?.id === id));
  const names = (name: (party: PartyRow) => string) => parties.map(name).join(' – ');
  const introductions = meeting.introductions.filter((letter) => !lost.some((row) => row.letter === letter));
  return { ...meeting, parties, introductions, text: { nl: names(({ name }) => name), en: names(({ name, nameEn }) => nameEn ?? name) } };
}
