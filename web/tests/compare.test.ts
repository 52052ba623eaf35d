// Several coalitions beside each other, and one over time: what the pages make of the answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byDay, counted, isDay, moved, signOf } from '../src/change.ts';
import { groups, joined, listed, matching, measureOf, nearest, open, ordered, reasons, rowsOf, shows, SIGNS, statesIn, tally } from '../src/compare.ts';
import { bar } from '../src/pairs.ts';
import { FACETS, ORDERS } from '../src/query.ts';
import { readyMade } from '../src/ready.ts';
import { CHANGES, COMPARISON, summary, THREE, TIMELINE } from './compare-samples.ts';

test('names are listed as in a sentence', () => {
  assert.equal(listed([], 'en'), '');
  assert.equal(listed(['Veld'], 'en'), 'Veld');
  assert.equal(listed(['Veld', 'Aa', 'Bron'], 'en'), 'Veld, Aa en Bron');
});

test('columns are dealt out evenly, all of them, none twice', () => {
  for (const [count, most, sizes] of [[3, 3, [3]], [9, 3, [3, 3, 3]], [10, 9, [5, 5]], [7, 3, [2, 3, 2]], [0, 3, []]] as const) {
    const dealt = groups(count, most);
    assert.deepEqual(dealt.map(({ length }) => length), sizes, `${count} in groups of at most ${most}`);
    assert.deepEqual(dealt.flat(), Array.from({ length: count }, (_, place) => place));
  }
});

test('coalitions stand by name, by phase or by size, and by nothing else', () => {
  const names = (order?: (typeof ORDERS)[number]) => ordered(THREE, order, 'nl').map((place) => THREE[place]!.name);
  assert.deepEqual(names(), ['Aa', 'Bron', 'Veld']);
  assert.deepEqual(names('fase'), ['Bron', 'Veld', 'Aa']);
  assert.deepEqual(names('grootte'), ['Aa', 'Veld', 'Bron']);
  assert.deepEqual([...ORDERS], ['naam', 'fase', 'grootte'], 'no order by a value');
});

test('every feature of the profile stands in one part, also one that is new to the page', () => {
  const parts = FACETS.flatMap((facet) => rowsOf(COMPARISON.profile, facet).map(({ code }) => code));
  assert.deepEqual(parts.toSorted(), COMPARISON.profile.map(({ code }) => code).toSorted());
  assert.deepEqual(rowsOf(COMPARISON.profile, 'lijnen').map(({ code }) => code), ['cross_lines', 'nieuw']);
});

test('a suppressed number is not shown, and bounds only where they say something', () => {
  const [first, second, third] = COMPARISON.measures[0]!.cells;
  assert.ok(shows(first!) && !shows(second!) && shows(third!));
  assert.ok(!shows({ value: 0.5, suppressed: { code: 'too_few', words: { nl: '', en: '' } } }), 'whatever else the cell holds');
  assert.ok(open(first!) && !open(third!));
});

test('the measure of the address is shown, else the usual one if it has a number, else one that has', () => {
  const [density, cross] = COMPARISON.measures;
  assert.equal(measureOf(COMPARISON, 'crossDensity')?.name, 'crossDensity', 'also when nothing of it can be shown');
  assert.equal(measureOf(COMPARISON, 'onzin')?.name, 'density');
  assert.equal(measureOf({ ...COMPARISON, measures: [density!, { ...cross!, cells: density!.cells }] }, undefined)?.name, 'crossDensity');
  assert.equal(measureOf({ ...COMPARISON, measures: [cross!] }, undefined)?.name, 'crossDensity');
  assert.equal(measureOf({ ...COMPARISON, measures: [] }, undefined), undefined);
});

test('why nothing of a measure is shown is said once', () => {
  const [density, cross] = COMPARISON.measures;
  assert.deepEqual(reasons(cross!).map(({ places }) => places), [[]], 'the same for all');
  assert.deepEqual(reasons(density!).map(({ places }) => places), [[1]]);
});

test('every state of a kind has a sign of its own, and the key holds those that occur', () => {
  assert.equal(new Set(Object.values(SIGNS)).size, Object.keys(SIGNS).length);
  assert.deepEqual(statesIn(COMPARISON), ['signatory', 'seen', 'unknown']);
});

test('gaps are told by who says so, the surest first, without a total', () => {
  assert.deepEqual(COMPARISON.gaps[0]!.cells.map(tally), [[['bothSay', 1], ['sourceSays', 2]], [], [['oneSays', 1], ['nobodyAsked', 9]]]);
});

test('the nearest come first; the tree is told step by step', () => {
  assert.deepEqual(nearest(COMPARISON.likeness.near[0]!, 1).map(({ coalition }) => coalition), ['aa']);
  const steps = joined(COMPARISON.likeness.tree!, THREE.map(({ id }) => id));
  assert.deepEqual(steps, [
    { step: 1, left: ['veld'], right: ['aa'], height: 0.2 },
    { step: 2, left: ['veld', 'aa'], right: ['bron'], height: 0.4 },
  ]);
  assert.deepEqual(joined({ order: [], merges: [{ left: 0, right: 9, height: 1, size: 2 }] }, ['veld']), [], 'what refers to nothing is left out');
});

test('a name is found by a part of it, without its accents, the beginning first', () => {
  const rows = ['Regio Één', 'Eenveld', 'Aa'].map((name) => ({ name }));
  assert.deepEqual(matching(rows, ' een').map(({ name }) => name), ['Eenveld', 'Regio Één']);
  assert.deepEqual(matching(rows, '').length, 3);
});

test('four comparisons stand ready at most, the last of all coalitions', () => {
  const list = [summary('a', 'preparation'), summary('b', 'start'), summary('c', 'start'), summary('d', 'running'), summary('e', 'running')];
  const pages = (own?: string) => readyMade(list, own).map(({ page }) => page);
  assert.deepEqual(pages(), [{ name: 'compare', chosen: ['b', 'c'] }, { name: 'compare', chosen: ['d', 'e'] }, { name: 'compare', all: true }]);
  assert.deepEqual(pages('b')[0], { name: 'compare', like: 'b' }, 'what is like one\'s own comes first');
  assert.equal(readyMade([...list, summary('f', 'preparation')], 'b').length, 4);
  assert.deepEqual(readyMade([summary('a', 'start'), summary('b', 'start')]).map(({ what }) => what), ['all'], 'a phase that is all of them is said once');
  assert.deepEqual(readyMade([summary('a', 'start')]), []);
});

test('a narrow bar keeps its proportions', () => {
  const parts = bar({ present: 1, absent: 2, unknown: 6 }, 220);
  assert.equal(parts.length, 9);
  const last = parts.at(-1)!;
  assert.ok(Math.abs(last.x + last.width - 219) < 0.5);
});

test('changes are counted in the order they are read', () => {
  assert.deepEqual(counted(CHANGES.counts), [['new', 1], ['stale', 2], ['unchanged', 3], ['iets', 4]]);
  assert.deepEqual(CHANGES.lines.map(({ what }) => signOf(what)), ['⊕', '⊖']);
  assert.equal(signOf(['confirmed']), '');
});

test('a measure changed when its value or a bound did, as far as is seen', () => {
  assert.ok(moved(CHANGES.measures[0]!));
  assert.ok(moved({ before: { value: 0.2, high: 0.9 }, after: { value: 0.2, high: 0.5 } }), 'more was asked');
  assert.ok(moved({ before: { reason: 'no_lines' }, after: { value: 0 } }));
  assert.ok(!moved({ before: { value: 0.2 }, after: { value: 0.201 } }));
  assert.ok(!moved({ before: { reason: 'no_lines' }, after: { reason: 'no_lines' } }));
});

test('what was measured then stands beside what is known now, the latest that was kept', () => {
  const [first, second] = byDay(TIMELINE.measures[0]!.points);
  assert.deepEqual([first!.day, first!.then[0]?.value, first!.now?.value], ['2019-11-30', 0.12, 0.15]);
  assert.deepEqual([second!.day, second!.then, second!.now?.value], ['2026-11-22', [], 0.3]);
  const kept = (keptAt: string, value: number) => ({ ...TIMELINE.measures[0]!.points[0]!, source: 'kept' as const, asOf: '2026-11-22', keptAt, value });
  const [both] = byDay([kept('2026-11-22T09:00:00Z', 0.33), kept('2026-11-22T10:00:00Z', 0)]);
  assert.deepEqual(both!.then.map(({ value }) => value), [0, 0.33], 'none is left out, the last first');
});

test('a day is a day', () => {
  for (const text of ['2019-11-30']) assert.ok(isDay(text));
  for (const text of ['', '2019-11', 'gisteren']) assert.ok(!isDay(text), text);
});
