import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkRow, PartyRow } from '../src/api/types.ts';
import { choices, passes } from '../src/gaps.ts';
import { ofGap } from '../src/certainty.ts';
import { addresses } from '../src/api/client.ts';
import { between } from '../src/map/marks.ts';
import { stays } from '../src/map/layer.ts';
import { barOf, BAR, compared, inChances, unbounded, verdict } from '../src/measures.ts';
import { square } from '../src/mixing.ts';
import { changes, chosen, cut, departure, lapsed, meetings, mentioned, otherwise, reasons, short, turned } from '../src/plan.ts';
import { rings } from '../src/rings.ts';
import { found } from '../src/search.ts';
import { read, ticked, write } from '../src/sides.ts';
import { brokers, carried, carrying, named, rolesOf, sortedBy, valueOf } from '../src/standings.ts';
import { gap, HA, PLAN, SH, STANDINGS, VK, WHAT_IF, WT } from './samples.ts';

const letters = (rows: { letter: string }[]) => rows.map(({ letter }) => letter).join('');

test('every introduction is on until one is switched off; all on again leaves the address short', () => {
  assert.equal(letters(chosen(PLAN, undefined)), 'ABC');
  assert.equal(letters(chosen(PLAN, ['C', 'A'])), 'AC', 'in the order of the plan');
  assert.equal(letters(chosen(PLAN, [])), '');
  assert.deepEqual(turned(PLAN, undefined, 'B'), ['A', 'C']);
  assert.equal(turned(PLAN, ['A', 'C'], 'B'), undefined, 'undo is switching back');
  assert.deepEqual(turned(PLAN, ['A'], 'A'), []);
});

test('a scenario is who leaves, then who is introduced', () => {
  assert.deepEqual(changes(chosen(PLAN, ['A']), undefined), [{ what: 'introduced', a: 'vk', b: 'sh' }]);
  assert.deepEqual(changes([], 'projectleider'), [{ what: 'project_lead_leaves' }]);
  assert.deepEqual(departure('persoon:p1'), { what: 'person_leaves', person: 'p1' });
  assert.deepEqual(departure('partner:vk'), { what: 'partner_stops', organisation: 'vk' });
  assert.equal(departure(undefined), undefined);
});

test('an introduction of a partner that leaves lapses, with its meetings', () => {
  const [a, b] = PLAN.introductions;
  assert.deepEqual(changes(PLAN.introductions, 'partner:vk'), [{ what: 'partner_stops', organisation: 'vk' }, { what: 'introduced', a: 'ha', b: 'wt' }], 'A and C are of vk');
  assert.equal(lapsed(a!, 'partner:vk'), VK);
  assert.equal(lapsed(b!, 'partner:vk'), undefined);
  assert.equal(lapsed(a!, 'persoon:vk'), undefined, 'a person leaves, the partner stays');
  assert.equal(lapsed(a!, undefined), undefined);
  assert.deepEqual(meetings(PLAN, undefined, 'partner:vk').map(({ introductions }) => introductions), [['B']]);
  assert.deepEqual(meetings(PLAN, ['A', 'C'], 'partner:vk'), []);
  const [kept] = meetings(PLAN, undefined, 'partner:sh');
  assert.deepEqual([kept!.introductions, kept!.parties.map(({ id }) => id)], [['C'], ['vk', 'wt']], 'who stay meet without sh');
  assert.ok(!kept!.text.nl.includes(SH.name));
});

test('the result in counts is known while the choice is the beginning of the plan', () => {
  const of = (on: string[] | undefined, gone?: string) => short(PLAN, chosen(PLAN, on), gone);
  assert.deepEqual(of(undefined), PLAN.short, 'the whole plan');
  assert.deepEqual(of(['A', 'B']), { before: 0, after: 3, most: 4 });
  assert.equal(of(['B']), undefined, 'nobody counted B without A');
  assert.equal(of([]), undefined);
  assert.equal(of(undefined, 'projectleider'), undefined);
  assert.deepEqual(mentioned(WHAT_IF), { before: 0, mostBefore: 4, after: 1, most: 4 });
});

test('who introduces is no reason to meet', () => {
  const words = { nl: 'De projectleider nodigt uit.', en: '' };
  const row = { ...PLAN.introductions[1]!, reasons: [...PLAN.introductions[1]!.reasons, { code: 'nobody_between', words }] };
  assert.deepEqual(reasons(row).map(({ code }) => code), ['core']);
  assert.equal(otherwise(row), words);
  assert.equal(otherwise(PLAN.introductions[0]!), undefined);
});

test('a meeting stays while one of its introductions is on', () => {
  assert.equal(meetings(PLAN, ['C']).length, 1);
  assert.equal(meetings(PLAN, ['B', 'C']).length, 2);
  assert.deepEqual(meetings(PLAN, []), []);
});

test('what is asked of a scenario is in the body; equal questions are one address', () => {
  const address = addresses.whatIf('leiden', [{ what: 'project_lead_leaves' }], { rule: 'confirmed', sides: 'three-groups' });
  const [url, body] = address.split('#');
  assert.equal(url, '/v1/coalitions/leiden/what-if');
  assert.deepEqual(JSON.parse(body!), { changes: [{ what: 'project_lead_leaves' }], rule: 'confirmed', sides: 'three-groups' });
  assert.equal(addresses.gaps('leiden', { sides: 'medical:social', on: '2019-11-30' }), '/v1/coalitions/leiden/gaps?asOf=2019-11-30&sides=medical:social');
});

test('pairs that lose each other are told, only when there are', () => {
  const unreachable = (before: number, after: number) => ({ ...WHAT_IF, measures: [{ ...WHAT_IF.measures[0]!, name: 'unreachablePairs', before: { value: before }, after: { value: after } }] });
  assert.deepEqual(cut(unreachable(0, 20)), { before: 0, after: 20 });
  assert.equal(cut(unreachable(3, 3)), undefined);
  assert.equal(cut(WHAT_IF), undefined, 'nor when nothing is said of it');
});

test('what changed: counts stand apart, what nobody can say is left out', () => {
  const { main, more } = compared(WHAT_IF.measures);
  assert.deepEqual(main.map(({ name }) => name), ['shortLineShare', 'crossEfficiency', 'density'], 'in reading order');
  assert.deepEqual(more.map(({ name }) => name), ['transitivity']);
  const still = compared([{ ...WHAT_IF.measures[0]!, after: { value: 0.2 } }]);
  assert.deepEqual([still.main.length, still.more.length], [0, 1], 'what does not move stands with the rest');
});

test('a difference from chance is called one under p 0.05 only', () => {
  assert.equal(verdict({ z: -2.5, p: 0.01 }), 'less');
  assert.equal(verdict({ z: 2.5, p: 0.01 }), 'more');
  assert.equal(verdict({ z: -1, p: 0.3 }), 'alike');
  assert.equal(verdict({ z: null, p: null }), undefined);
});

test('a number without bounds is not called certain while something was not asked; a p is never nought', () => {
  assert.equal(unbounded({ value: 0.3, low: 0, high: 1 }, false, 'nl'), undefined);
  assert.equal(unbounded({ value: 0.3 }, true, 'nl'), undefined);
  assert.equal(unbounded({ value: 1, low: 1, caution: 'anonymous' }, true, 'nl'), 'minstens 1');
  assert.match(unbounded({ value: 0 }, false, 'nl') ?? '', /^Kan anders uitvallen/);
  assert.deepEqual([0.0001, 0.0123, 1].map((p) => inChances(p, 'nl')), ['< 0,001', '= 0,012', '= 1']);
});

test('bounds stand on the whole of what a measure can be', () => {
  assert.deepEqual(barOf({ value: 0, low: -0.5, high: 1 }, { from: -1, to: 1 }), { x: BAR.width / 4, width: (BAR.width * 3) / 4, at: BAR.width / 2 });
  assert.equal(barOf({ value: 3 }, {}), undefined, 'a count has no whole');
  assert.equal(barOf({ reason: 'no_lines' }, { from: 0, to: 1 }), undefined);
});

test('who with whom is a square with each pair once', () => {
  const cell = (a: string, b: string) => ({ a, b, ties: 1, possible: 2, unknown: 0 });
  const { groups, cell: at } = square([cell('m', 'm'), cell('m', 's'), cell('s', 's')]);
  assert.deepEqual(groups, ['m', 's']);
  assert.deepEqual(at('s', 'm'), cell('m', 's'));
  assert.equal(at('m', 'x'), undefined);
});

test('a circle has a first ring and a second; plans and denials are no lines', () => {
  const line = (a: PartyRow, b: PartyRow, status: LinkRow['status'] = 'confirmed', level: LinkRow['level'] = 'practice') => ({ a, b, status, level }) as LinkRow;
  const links = [line(VK, HA), line(HA, WT, 'one_sided'), line(WT, SH), line(VK, SH, 'planned'), line(VK, WT, 'denied'), line(VK, SH, 'confirmed', 'governance')];
  assert.deepEqual(rings(links, 'vk').map(({ party, ring, via }) => [party.id, ring, via.map(({ id }) => id)]), [['ha', 1, []], ['wt', 2, ['ha']]]);
  assert.deepEqual(rings(links, 'nobody'), []);
  const layer = { hub: 'vk', first: new Set(['ha']), firstWords: '', second: new Set(['wt']) };
  assert.ok(stays(['vk', 'ha'], layer) && stays(['ha', 'wt'], layer));
  assert.ok(!stays(['wt', 'sh'], layer) && !stays(['ha', 'sh'], layer), 'a line out of the circle steps back');
  assert.ok(stays(['ha', 'sh'], { first: layer.first, firstWords: '' }), 'without rings every line of a party stays');
});

test('positions: undefined stands last both ways; roles that never occur are left out', () => {
  const order = (descending: boolean) => sortedBy(STANDINGS.partners, 'crossBetweenness', descending, 'nl').map(({ party }) => party.id);
  assert.deepEqual(order(true), ['vk', 'sh', 'ha']);
  assert.deepEqual(order(false), ['sh', 'vk', 'ha']);
  assert.deepEqual(sortedBy(STANDINGS.partners, 'lines', true, 'nl').map(({ lines }) => lines), [10, 2, 1]);
  assert.deepEqual(rolesOf(STANDINGS.partners[0]!), [['liaison', 2], ['gatekeeper', 1]]);
  assert.deepEqual(STANDINGS.partners.map((row) => valueOf(row, 'departure')), [0.25, 0, undefined], 'a loss is said without its sign');
  assert.equal(valueOf(STANDINGS.partners[1]!, 'constraint'), undefined);
  assert.deepEqual(brokers(STANDINGS).map(({ party }) => party.id), ['vk']);
});

test('carriers: the organisations of a smallest set; who leaves is somebody known', () => {
  assert.deepEqual([...carrying(STANDINGS)], ['vk', 'ha', 'sh']);
  assert.deepEqual(named(STANDINGS).map(({ person }) => person), ['p1']);
  const { carriers } = STANDINGS;
  assert.deepEqual(carried(carriers), { count: 2, cap: 2, range: [1, 2] });
  assert.deepEqual(carried({ ...carriers, number: { value: 2, low: 2, high: 2 }, cap: null }), { count: 2 });
  assert.equal(carried({ ...carriers, number: { value: 0 } }), undefined, 'nobody is not counted');
  assert.equal(carried({ ...carriers, number: { reason: 'no_persons' } }), undefined);
});

test('a filter lets through what fits all of it, and offers what there is', () => {
  const gaps = [gap('1'), gap('2', { kind: 'unknown_line', certainty: 'nobody', pile: 'ask' }), gap('3', { parties: [HA, HA, WT] })];
  const ids = (filter: Parameters<typeof passes>[1]) => gaps.filter((one) => passes(one, filter)).map(({ id }) => id).join('');
  assert.equal(ids({}), '123');
  assert.equal(ids({ kind: 'missing_line', party: 'huisarts' }), '3');
  assert.equal(ids({ certainty: 'nobody', pile: 'do' }), '');
  assert.deepEqual(choices(gaps, 'kind', undefined), [{ code: 'missing_line', count: 2 }, { code: 'unknown_line', count: 1 }]);
  assert.deepEqual(choices(gaps, 'party', 'jgz').map(({ code, count }) => `${code} ${count}`), ['huisarts 1', 'jgz 0', 'schuldhulpverlening 2', 'verloskundigenpraktijk 2', 'wijkteam 1']);
});

test('sides: boxes and code say the same', () => {
  for (const code of [undefined, 'three-groups', 'medical:social,informal', 'kraamzorg,medical:wijkteam', ':']) assert.equal(write(read(code)), code);
  assert.deepEqual(ticked(['medical'], 'social', true), ['medical', 'social']);
  assert.deepEqual(ticked(['medical', 'social'], 'medical', false), ['social']);
});

test('the two circles of the newer kinds', () => {
  assert.deepEqual(ofGap({ kind: 'contested', certainty: 'one' }), ['yes', 'no']);
  assert.deepEqual(ofGap({ kind: 'unconfirmed', certainty: 'one' }), ['yes', 'unasked']);
  assert.deepEqual(ofGap({ kind: 'few_carriers', certainty: 'source' }), ['implied', 'implied']);
  assert.deepEqual(ofGap({ kind: 'uncovered_need', certainty: 'both' }), ['no', 'no']);
});

test('a coalition is found by its words, without accents or capitals', () => {
  const row = (name: string, text: string) => ({ name, finding: { nl: text, en: '' } }) as Parameters<typeof found>[0][number];
  const rows = [row('Leiden', 'De coöperatie zoekt schuldhulp'), row('Delft', 'Acht organisaties tekenden')];
  const names = (typed: string) => found(rows, typed, ({ nl }) => nl).map(({ name }) => name);
  assert.deepEqual(names('  '), ['Leiden', 'Delft']);
  assert.deepEqual(names('COOPERATIE leid'), ['Leiden']);
  assert.deepEqual(names('nergens'), []);
});

test('a gap about a line that is there lights that line', () => {
  assert.ok(between(['vk', 'sh'], 'sh', 'vk'));
  assert.ok(!between(['vk', 'sh'], 'vk', 'ha') && !between(['vk'], 'vk', 'vk') && !between(['vk'], 'vk', null));
});
