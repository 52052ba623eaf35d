// The plan: which introductions are on, who leaves, and what is asked of the server for that.
import type { Change, IntroductionRow, PairCounts, Plan, Supposed, WhatIf } from './api/types.ts';

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

/** What is supposed: who leaves first, then the introductions in order of their letters. */
export function changes(introductions: readonly IntroductionRow[], gone: string | undefined): Supposed[] {
  const leaves = departure(gone);
  return [...(leaves ? [leaves] : []), ...introductions.map(({ a, b }): Supposed => ({ what: 'introduced', a: a.id, b: b.id }))];
}

/**
 * The main result in counts: pairs within two steps, now and with the choice.
 * Of a whole plan the server counts them; of a part they follow from the share and the number of pairs.
 */
export function short(plan: Plan, answer: WhatIf | undefined, whole: boolean): Change | undefined {
  if (whole) return plan.short;
  const row = answer?.measures.find(({ name }) => name === 'pairsWithinTwoSteps');
  if (row?.before.value != null && row.after.value != null) return { before: row.before.value, after: row.after.value, most: plan.short.most };
  const share = answer?.measures.find(({ name }) => name === 'shortLineShare');
  if (!answer || share?.before.value == null || share.after.value == null) return undefined;
  const count = (value: number, { possible }: PairCounts): number => Math.round(value * possible);
  return { before: count(share.before.value, answer.pairs.before), after: count(share.after.value, answer.pairs.after), most: answer.pairs.after.possible };
}

/** Meetings of which at least one introduction is on. */
export function meetings(plan: Plan, on: readonly string[] | undefined): Plan['meetings'] {
  const letters = chosen(plan, on).map(({ letter }) => letter);
  return plan.meetings.filter((meeting) => meeting.introductions.some((letter) => letters.includes(letter)));
}
