import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gapOf } from '../src/map/marks.ts';
import { isPlace } from '../src/map/read.ts';
import { nearest } from '../src/map/step.ts';
import { anything, hidden, inWords } from '../src/measures.ts';
import { bar, BAR_WIDTH } from '../src/pairs.ts';
import { sorted } from '../src/sort.ts';
import type { LinkRow } from '../src/api/types.ts';
import { dateWords } from '../src/words/date.ts';
import { keep, read } from '../tools/purge-tokens.ts';

test('the bar has a cell a pair, and three parts when there are many', () => {
  const few = bar({ possible: 9, present: 1, unknown: 6, absent: 2 });
  assert.deepEqual(few.map(({ state }) => state), ['present', ...Array(6).fill('unknown'), 'absent', 'absent']);
  const many = bar({ possible: 40, present: 10, unknown: 30, absent: 0 });
  assert.deepEqual(many.map(({ state }) => state), ['present', 'unknown']);
  assert.ok(Math.abs(many[1]!.width / many[0]!.width - 3) < 0.01, 'parts are as wide as their counts');
  for (const parts of [few, many]) {
    const last = parts.at(-1)!;
    assert.ok(Math.abs(last.x + last.width - (BAR_WIDTH - 1)) < 0.5, 'the bar ends where it should');
  }
  assert.deepEqual(bar({ possible: 0, present: 0, unknown: 0, absent: 0 }), []);
});

test('an arrow key leads to the nearest mark that way', () => {
  const spots = [{ x: 0, y: 0 }, { x: 0, y: 50 }, { x: 300, y: 40 }, { x: 300, y: 0 }];
  assert.equal(nearest(spots[0]!, spots, 'down'), 1);
  assert.equal(nearest(spots[0]!, spots, 'right'), 3);
  assert.equal(nearest(spots[1]!, spots, 'right'), 2);
  assert.equal(nearest(spots[0]!, spots, 'up'), null);
  assert.equal(nearest(spots[0]!, spots, 'left'), null);
});

test('a badge names its gap by its address', () => {
  assert.equal(gapOf('/en/coalities/leiden/aandachtspunten/dcb35ae52bed'), 'dcb35ae52bed');
  assert.equal(gapOf('/coalities/leiden/partners/x'), null);
  assert.equal(gapOf(null), null);
});

test('a drawing leads to places on this site only', () => {
  for (const address of ['/coalities/leiden', '#d']) assert.ok(isPlace(address), address);
  for (const address of ['https://x.nl', '//x.nl', 'javascript:alert(1)', 'data:text/html,x', '']) assert.ok(!isPlace(address), address);
});

test('partial dates are as precise in words as in their source', () => {
  for (const [date, nl, en] of [
    ['2019', '2019', '2019'],
    ['2019-11', 'november 2019', 'November 2019'],
    ['2021-11-07', '7 november 2021', '7 November 2021'],
    ['2019-21', 'voorjaar 2019', 'spring 2019'],
    ['2020/2023', '2020 – 2023', '2020 – 2023'],
    ['2019-13', '2019-13', '2019-13'],
    ['ooit', 'ooit', 'ooit'],
  ] as const) {
    assert.equal(dateWords(date, 'nl'), nl);
    assert.equal(dateWords(date, 'en'), en);
  }
});

test('numbers are written as people do', () => {
  assert.equal(inWords(0.1111, true, 'nl'), '11 van de 100');
  assert.equal(inWords(0.1111, true, 'en'), '11 in 100');
  assert.equal(inWords(1.456, false, 'nl'), '1,46');
  assert.equal(inWords(-0, false, 'nl'), '0');
});

test('a measure without a base is not shown', () => {
  assert.equal(hidden('density', { value: 0.5 }, 'nl'), undefined);
  assert.match(hidden('density', { reason: 'no_lines' }, 'nl')!, /nog geen lijn/);
  assert.match(hidden('density', { value: 0.5, caution: 'small_side' }, 'en')!, /fewer than three/);
  assert.equal(hidden('density', { value: 0.5, caution: 'unknown_pairs' }, 'nl'), undefined);
  assert.ok(anything({ value: 0, low: 0, high: 1 }, true, 'nl'));
  assert.equal(anything({ value: 0, low: 0, high: 0.6 }, true, 'nl'), undefined);
});

test('lines are sorted by what stands in the column', () => {
  const row = (name: string) => ({ a: { name } }) as LinkRow;
  const rows = ['Éénloket', 'Zorg', 'alles'].map(row);
  const names = (descending: boolean) => sorted(rows, { column: 'between', descending }, (line) => line.a.name, 'nl').map((line) => line.a.name);
  assert.deepEqual(names(false), ['alles', 'Éénloket', 'Zorg']);
  assert.deepEqual(names(true), ['Zorg', 'Éénloket', 'alles']);
});

test('the theme keeps what is read, directly or through another token', () => {
  const theme = '.t {\n  --a: var(--b);\n  --b: 1px;\n  --c: url("data:image/svg+xml;utf8,<svg/>");\n  --d: 2px; /* note */\n}\n';
  assert.equal(keep(theme, read('x { margin: var(--a, 3px) }')), '.t {\n  --a: var(--b);\n  --b: 1px;\n}\n');
});
