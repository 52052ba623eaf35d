import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Answer } from '../src/api/who.ts';
import { answerOf, cardOf, CARDS_MAX, keeping, type Card } from '../src/kept.ts';
import { clock, dayNow, momentOf, openNow } from '../src/open.ts';
import { href, parse } from '../src/route.ts';
import { forgetTyped, remember, STEPS_MAX, typedAt } from '../src/typed.ts';
import { who as english } from '../src/words/en-who.ts';
import { who as dutch } from '../src/words/nl-who.ts';
import { answer, contact, told } from './who-samples.ts';

// Weekdays 9.00–12.00 and 13.00–17.00, Saturday 10.00–12.00.
const SPANS = [...[0, 1, 2, 3, 4].flatMap((day) => [{ day, from: 540, until: 720 }, { day, from: 780, until: 1020 }]), { day: 5, from: 600, until: 720 }];
const MON = 0;
const SAT = 5;
const SUN = 6;

test('the moment is that of the Netherlands, in winter and in summer', () => {
  // 22 November 2026 is a Sunday; the Netherlands are one hour ahead of UTC in winter, two in summer.
  assert.deepEqual(momentOf(new Date('2026-11-22T23:30:00Z')), { day: MON, minute: 30 });
  assert.deepEqual(momentOf(new Date('2026-11-22T22:59:00Z')), { day: SUN, minute: 23 * 60 + 59 });
  assert.deepEqual(momentOf(new Date('2026-07-06T07:05:00Z')), { day: MON, minute: 9 * 60 + 5 });
  assert.equal(dayNow(new Date('2026-11-22T23:30:00Z')), '2026-11-23');
});

test('open from the first minute until the last, and otherwise when it opens', () => {
  assert.deepEqual(openNow(SPANS, { day: MON, minute: 540 }), { open: true, until: 720 });
  assert.deepEqual(openNow(SPANS, { day: MON, minute: 719 }), { open: true, until: 720 });
  assert.deepEqual(openNow(SPANS, { day: MON, minute: 720 }), { open: false, day: MON, from: 780, away: 0 });
  assert.deepEqual(openNow(SPANS, { day: MON, minute: 1020 }), { open: false, day: 1, from: 540, away: 1 });
  assert.deepEqual(openNow(SPANS, { day: SAT, minute: 720 }), { open: false, day: MON, from: 540, away: 2 });
  assert.deepEqual(openNow(SPANS, { day: SUN, minute: 0 }), { open: false, day: MON, from: 540, away: 1 });
  assert.equal(openNow([], { day: MON, minute: 0 }), undefined, 'not known');
});

test('open one hour a week: the same day next week; spans that touch are one', () => {
  const once = [{ day: 2, from: 540, until: 600 }];
  assert.deepEqual(openNow(once, { day: 2, minute: 600 }), { open: false, day: 2, from: 540, away: 7 });
  const touching = [{ day: 2, from: 540, until: 720 }, { day: 2, from: 720, until: 1020 }];
  assert.deepEqual(openNow(touching, { day: 2, minute: 600 }), { open: true, until: 1020 });
});

test('what a clock says, in words', () => {
  assert.equal(clock(540, 'nl'), '9.00');
  assert.equal(clock(605, 'en'), '10:05');
  const nl = (minutes: number) => clock(minutes, 'nl');
  assert.equal(dutch.open.now({ open: true, until: 720 }, nl), 'Nu open, tot 12.00 uur.');
  assert.equal(dutch.open.now({ open: false, day: MON, from: 540, away: 2 }, nl), 'Nu dicht. Maandag open vanaf 9.00 uur.');
  assert.equal(dutch.open.now({ open: false, day: MON, from: 540, away: 1 }, nl), 'Nu dicht. Morgen open vanaf 9.00 uur.');
  assert.equal(dutch.open.now({ open: false, day: MON, from: 540, away: 7 }, nl), 'Nu dicht. Volgende week maandag open vanaf 9.00 uur.');
});

const card = (address: string, at: number, more: Partial<Answer> = {}): Card => cardOf(told({ answers: [answer(1, more)] }), address, at);

test('a card has desks and numbers: no person, no line, no sentence and nothing that was typed, wherever it stands', () => {
  const NAME = 'Een Ander';
  const spoken = { nl: `Gecontroleerd op 3 november 2026, door ${NAME} (wijkteam).`, en: `Checked on 3 November 2026, by ${NAME} (wijkteam).` };
  const person = { id: 'p', name: NAME, words: spoken, contact: contact({ name: NAME }), vcard: '/v1/persons/p/vcard' };
  const line = { ...answer(1).line, heading: spoken, steps: answer(1).line.steps.map((step) => ({ ...step, words: spoken, person })) };
  const desk = contact({ checkedBy: spoken, freshnessWords: spoken });
  const row = answer(1, { people: [person], line, next: [spoken], contact: desk, others: [desk], participation: spoken, serves: spoken, reason: spoken });
  const whole = told({
    asked: { text: NAME, need: told().asked.need, kind: null, party: { id: 'p', name: NAME }, how: 'typo', also: { nl: [NAME], en: [NAME] } },
    from: { words: spoken, party: { id: 'p', name: NAME } },
    status: spoken,
    answers: [row],
    nobody: { words: spoken, ask: [{ words: spoken, contact: desk }], counted: false },
    elsewhere: { coalition: { id: 'b', name: 'B' }, answer: row, words: spoken },
    guesses: [{ what: 'person', id: 'p', words: spoken }],
  });
  const kept = cardOf(whole, '/wie/leiden/schulden', 1);
  assert.ok(!JSON.stringify(kept).includes(NAME));
  const shown = answerOf(JSON.parse(JSON.stringify(kept)) as Card);
  const [first] = shown.answers;
  assert.equal(first?.party.name, 'Schuldhulpverlening Voorbeeld');
  for (const part of ['phone', 'mail', 'hours', 'open', 'needs', 'refer', 'languages', 'checked', 'freshness'] as const) {
    assert.deepEqual(first?.contact?.[part], desk[part], part);
    assert.deepEqual(first?.others[0]?.[part], desk[part], part);
  }
  assert.deepEqual([shown.coalition, shown.asked.need, shown.nobody], [whole.coalition, whole.asked.need, null]);
});

test('a field that the server adds is kept by nobody', () => {
  const more = { ...contact(), note: 'Een Ander' };
  assert.ok(!JSON.stringify(card('/wie/a/schulden', 1, { contact: more })).includes('Een Ander'));
});

test('a card without answers says that nobody is known', () => {
  const shown = answerOf(cardOf(told({ answers: [], nobody: { words: { nl: 'x', en: 'x' }, ask: [], counted: true } }), '/wie/a/taal', 1));
  assert.deepEqual(shown.nobody, { words: { nl: '', en: '' }, ask: [], counted: false });
});

test('the day that a kept number was checked, without by whom', () => {
  assert.equal(dutch.card.checked('fresh', '3 november 2026'), 'Gecontroleerd: 3 november 2026.');
  assert.equal(dutch.card.checked('stale', '2019'), 'Lang niet gecontroleerd: voor het laatst 2019.');
  assert.equal(dutch.card.checked('never'), 'Nooit gecontroleerd.');
});

test('the same question is kept once; the oldest card goes', () => {
  const two = keeping(keeping([], card('/wie/a/schulden', 1)), card('/wie/a/taal', 2));
  assert.deepEqual(keeping(two, card('/wie/a/schulden', 3)).map(({ at }) => at), [3, 2]);
  let all: Card[] = [];
  for (let at = 0; at < CARDS_MAX + 5; at++) all = keeping(all, card(`/wie/a/n${at}`, at));
  assert.equal(all.length, CARDS_MAX);
  assert.equal(all.at(-1)?.at, 5);
});

test('what was typed belongs to its step, and all of it is forgotten at once', () => {
  const first = remember({ text: 'geldzorgen' })!;
  const second = remember({ text: 'wonen' })!;
  assert.deepEqual([typedAt(first), typedAt(second)], [{ text: 'geldzorgen' }, { text: 'wonen' }]);
  assert.equal(remember({ text: 'woning' }, second), second, 'typed on: the same step');
  assert.deepEqual(typedAt(second), { text: 'woning' });
  assert.equal(remember({}, second), undefined);
  assert.deepEqual([typedAt(second), remember({}), typedAt(undefined)], [{}, undefined, {}]);
  for (let more = 0; more < STEPS_MAX; more++) remember({ text: `w${more}` });
  assert.deepEqual(typedAt(first), {}, 'the oldest goes');
  const last = remember({ text: 'slapen' })!;
  forgetTyped();
  assert.deepEqual(typedAt(last), {});
});

test('an address holds codes only', () => {
  const page = (address: string) => parse(...(address.split('?') as [string, string])).page;
  assert.deepEqual(page('/wie/leiden/schulden?van=huisarts'), { name: 'who', coalition: 'leiden', need: 'schulden', as: 'huisarts' });
  assert.deepEqual(page('/wie/leiden?soort=wijkteam'), { name: 'who', coalition: 'leiden', kind: 'wijkteam' });
  assert.deepEqual(page('/wie?hulpvraag=schulden'), { name: 'who', need: 'schulden' });
  assert.deepEqual(page('/wie/leiden?van=Jan Jansen&soort=Jan Jansen'), { name: 'who', coalition: 'leiden' });
  assert.deepEqual(page('/wie/leiden/Jan Jansen'), { name: 'unknown' });
  assert.equal(href({ name: 'who', need: 'schulden' }, 'en'), '/en/wie?hulpvraag=schulden');
});

test('the frequent needs are needs of the catalogue, in both languages', () => {
  const catalogue = readFileSync(new URL('../../data/catalogue/needs.toml', import.meta.url), 'utf8');
  const codes = [...catalogue.matchAll(/^code = "(.+)"$/gm)].map((match) => match[1]);
  for (const need of Object.keys(dutch.frequent)) assert.ok(codes.includes(need), need);
  assert.deepEqual(Object.keys(english.frequent), Object.keys(dutch.frequent));
  assert.deepEqual(Object.keys(english.me.professions), Object.keys(dutch.me.professions));
});
