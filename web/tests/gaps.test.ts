import assert from 'node:assert/strict';
import { test } from 'node:test';
import { banks } from '../src/banks.ts';
import { ofGap, ofLink } from '../src/certainty.ts';
import type { Domain, GapRow, PartyRow, Pile } from '../src/api/types.ts';
import { first, heaps, isQuestion } from '../src/piles.ts';

const WORDS = { nl: '', en: '' };
const gap = (id: string, pile: Pile): GapRow => ({
  id, pile, rank: 1, kind: 'missing_line', kindWords: WORDS, importance: 'a', importanceWords: WORDS, certainty: 'one',
  certaintyWords: WORDS, parties: [], evidence: [], text: WORDS, rule: WORDS, closes: WORDS,
});
const many = (pile: Pile, n: number): GapRow[] => Array.from({ length: n }, (_, i) => gap(`${pile}${i}`, pile));
const ids = (gaps: GapRow[]): string[] => gaps.map(({ id }) => id);

test('first come two to do and one to ask; either fills up for the other', () => {
  assert.deepEqual(ids(first([...many('do', 5), ...many('ask', 3)])), ['do0', 'do1', 'ask0']);
  assert.deepEqual(ids(first([...many('do', 1), ...many('ask', 3)])), ['do0', 'ask0', 'ask1']);
  assert.deepEqual(ids(first(many('do', 5))), ['do0', 'do1', 'do2']);
  assert.deepEqual(ids(first(many('ask', 5))), ['ask0', 'ask1', 'ask2']);
  assert.deepEqual(ids(first([...many('do', 1), ...many('ask', 1)])), ['do0', 'ask0']);
  assert.deepEqual(first([...many('track', 2), ...many('rest', 4)]), []);
});

test('the rest waits behind a button; a pile without gaps has no heading', () => {
  const gaps = [...many('do', 1), ...many('track', 1), ...many('rest', 2)];
  assert.deepEqual(heaps(gaps, false).map(({ pile }) => pile), ['do', 'track']);
  assert.deepEqual(heaps(gaps, true).map(({ pile, gaps }) => [pile, gaps.length]), [['do', 1], ['track', 1], ['rest', 2]]);
});

test('two circles say what each side says', () => {
  assert.deepEqual(ofGap({ kind: 'missing_line', certainty: 'one' }), ['no', 'unasked']);
  assert.deepEqual(ofGap({ kind: 'missing_line', certainty: 'both' }), ['no', 'no']);
  assert.deepEqual(ofGap({ kind: 'unknown_line', certainty: 'nobody' }), ['unasked', 'unasked']);
  assert.deepEqual(ofGap({ kind: 'missing_partner', certainty: 'source' }), ['unasked', 'unasked'], 'a source is no side');
  assert.deepEqual(ofLink({ status: 'one_sided', saidBy: [false, true] }), ['unasked', 'yes']);
  assert.deepEqual(ofLink({ status: 'contested', saidBy: [true, false] }), ['yes', 'no']);
  assert.deepEqual(ofLink({ status: 'planned', saidBy: [true, false] }), ['planned', 'unasked']);
  assert.deepEqual(ofLink({ status: 'unverified', saidBy: [false, false] }), ['unasked', 'unasked']);
});

test('parties stand on two banks', () => {
  const party = (id: string, domain: Domain | null): PartyRow => ({ id, domain, name: id, kind: null });
  const split = (...parties: PartyRow[]) => banks(parties).map((bank) => bank.map(({ id }) => id));
  assert.deepEqual(split(party('a', 'medical'), party('b', 'social'), party('c', 'medical')), [['a', 'c'], ['b']]);
  assert.deepEqual(split(party('a', 'social'), party('b', 'social')), [['a'], ['b']], 'a pair of one domain');
  assert.deepEqual(split(party('a', 'social'), party('b', null), party('c', 'social')), [['a', 'b', 'c'], []]);
});

test('what is to be asked first is a question, never a red mark', () => {
  const marked = (kind: GapRow['kind'], pile: Pile, certainty: GapRow['certainty']) => isQuestion({ kind, pile, certainty });
  assert.ok(marked('missing_partner', 'ask', 'one'));
  for (const kind of ['unknown_line', 'unknown_partner', 'unconfirmed', 'stale'] as const) assert.ok(marked(kind, 'rest', 'one'), kind);
  assert.ok(marked('uncovered_need', 'rest', 'nobody'));
  assert.ok(!marked('uncovered_need', 'do', 'both') && !marked('missing_line', 'do', 'one') && !marked('contested', 'do', 'both'));
});
