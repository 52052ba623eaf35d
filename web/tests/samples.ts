// Answers as the API gives them, small enough to check by hand: one midwife, one neighbourhood team, one debt adviser.
import type { GapRow, Measure, PartyRow, Plan, Standings, WhatIf } from '../src/api/types.ts';

const both = (text: string) => ({ nl: text, en: text });
const SIDES = { code: 'default', words: both('medisch tegenover sociaal'), first: both('medisch'), second: both('sociaal') };
export const VK: PartyRow = { id: 'vk', name: 'Verloskundigen', kind: 'verloskundigenpraktijk', domain: 'medical' };
export const HA: PartyRow = { id: 'ha', name: 'Huisartsen', kind: 'huisarts', domain: 'medical' };
export const WT: PartyRow = { id: 'wt', name: 'Wijkteam', kind: 'wijkteam', domain: 'social' };
export const SH: PartyRow = { id: 'sh', name: 'Schuldhulp', kind: 'schuldhulpverlening', domain: 'social' };
const head = { coalition: 'leiden', asOf: '2019-11-30', version: 1, sides: SIDES };

const introduction = (letter: string, a: PartyRow, b: PartyRow, before: number, after: number): Plan['introductions'][number] => ({
  id: `id-${letter}`, letter, a, b,
  contactA: { name: both('Telefonische intake'), how: 'desk', phone: '071 123 45 67' },
  contactB: { name: both(''), how: 'unknown' },
  introducers: letter === 'A' ? [{ party: HA, why: both('Kent beide.') }] : [],
  steps: letter === 'A' ? [] : [VK, HA],
  askFirst: letter !== 'A',
  reasons: [{ code: 'core', words: both('Deze lijn hoort in elke coalitie.') }],
  gain: { value: 2, pairsWithinTwoSteps: after - before },
  before: { value: 0, pairsWithinTwoSteps: before },
  after: { value: 2, pairsWithinTwoSteps: after },
  closes: ['g1'],
  text: both(`${a.name} en ${b.name}`),
});

export const PLAN: Plan = {
  ...head,
  value: { before: 0, after: 5, most: 8 },
  short: { before: 0, after: 4, most: 4 },
  introductions: [introduction('A', VK, SH, 0, 1), introduction('B', HA, WT, 1, 3), introduction('C', VK, WT, 3, 4)],
  meetings: [
    { text: both('Een uur met de verloskundigen'), parties: [VK, SH, WT], introductions: ['A', 'C'], hours: 1 },
    { text: both('Een uur met de huisartsen'), parties: [HA, WT], introductions: ['B'], hours: 1 },
  ],
  notDone: [both('Geen lijnen naar partners die niet meedoen.')],
};

export const gap = (id: string, more: Partial<GapRow> = {}): GapRow => ({
  id, rank: 1, kind: 'missing_line', kindWords: both('nog geen lijn'), importance: 'a', importanceWords: both('groot'), certainty: 'one',
  certaintyWords: both('één kant'), pile: 'do', parties: [VK, SH], evidence: [], text: both(`Punt ${id}`), rule: both('regel'), closes: both('een kennismaking'), ...more,
});

const compared = (name: string, before: Measure, after: Measure) => ({ name, label: both(name), before, after });
export const WHAT_IF: WhatIf = {
  ...head,
  changes: [{ text: both('Verloskundigen en schuldhulp leren elkaar kennen.') }],
  measures: [
    compared('density', { value: 0.2 }, { value: 0.4 }),
    compared('shortLineShare', { value: 0 }, { value: 0.25 }),
    compared('crossEfficiency', { reason: 'no_lines' }, { value: 0.25 }),
    compared('transitivity', { value: 0 }, { value: 0.1 }),
    compared('assortativity', { reason: 'no_lines' }, { reason: 'no_lines' }),
  ],
  gaps: { solved: [gap('g1')], new: [], changed: [], same: 3 },
  pairs: { before: { possible: 4, present: 0, absent: 1, unknown: 3 }, after: { possible: 4, present: 1, absent: 0, unknown: 3 } },
  text: [both('Er komt één lijn bij.')],
};

export const STANDINGS: Standings = {
  ...head,
  partners: [
    { party: VK, lines: 2, betweenness: 0.5, crossBetweenness: { value: 0.5 }, constraint: 0.4, effectiveSize: 2, coreNumber: 1, broker: { liaison: 2, coordinator: 0, gatekeeper: 1, representative: 0, consultant: 0 }, holdsTogether: true },
    { party: SH, lines: 1, betweenness: 0, crossBetweenness: 0, constraint: null, effectiveSize: null, coreNumber: 1, broker: null, holdsTogether: false },
    { party: HA, lines: 10, betweenness: 0, crossBetweenness: null, constraint: 1, effectiveSize: 1, coreNumber: 1, broker: null, holdsTogether: false },
  ],
  carriers: {
    value: 1, low: 1, high: 2, cap: 2, text: both('Eén persoon verbindt de kanten.'),
    people: [
      { person: { id: 'p1', name: 'L. Jansen' }, party: VK, title: 'directeur', inSomeCut: true },
      { person: { id: 'p1', name: 'L. Jansen' }, party: HA, title: 'bestuurder', inSomeCut: true },
      { person: null, party: SH, title: 'adviseur', inSomeCut: false },
    ],
  },
  communities: [{ parties: [VK, HA] }],
  communitiesText: both('Twee groepen.'),
};
