// Answers as the API gives them, small enough to check by hand: one midwife, one neighbourhood team, one debt adviser.
import type { GapRow, Measure, PartyRow, Plan, Standings, WhatIf } from '../src/api/types.ts';

const both = (text: string) => ({ nl: text, en: text });
const SIDES = { code: 'default', words: both('medisch tegenover sociaal'), first: both('medisch'), second: both('sociaal') };
export const VK: PartyRow = { id: 'vk', name: 'Verloskundigen', kind: 'verloskundigenpraktijk', domain: 'medical' };
export const HA: PartyRow = { id: 'ha', name: 'Huisartsen', kind: 'huisarts', domain: 'medical' };
export const WT: PartyRow = { id: 'wt', name: 'Wijkteam', kind: 'wijkteam', domain: 'social' };
export const SH: PartyRow = { id: 'sh', name: 'Schuldhulp', kind: 'schuldhulpverlening', domain: 'social' };
const head = { coalition: 'leiden', asOf: '2019-11-30', version: 1, rule: 'any' as const, sides: SIDES };

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

const compared = (name: string, before: Measure, after: Measure) => ({ name, label: both(name), before, after, samePairs: false });
export const WHAT_IF: WhatIf = {
  ...head,
  changes: [{ change: { what: 'introduced', a: 'vk', b: 'sh' }, text: both('Verloskundigen en schuldhulp leren elkaar kennen.') }],
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

const none = { reason: 'no_lines' };
const departed = { crossEfficiencyChange: { value: -0.25 }, fragmentationChange: { value: 0.5 } };
const quiet = { coordinator: 0, consultant: 0, gatekeeper: 0, liaison: 0 };
export const STANDINGS: Standings = {
  ...head,
  text: both('Van 3 van de 6 paren is niet bekend of er een lijn is.'),
  partners: [
    { party: VK, lines: 2, betweenness: { value: 0.5 }, crossBetweenness: { value: 0.5 }, constraint: { value: 0.4 }, effectiveSize: { value: 2 }, coreNumber: 1, broker: { ...quiet, liaison: 2, gatekeeper: 1 }, holdsTogether: true, departure: departed },
    { party: SH, lines: 1, betweenness: { value: 0 }, crossBetweenness: { value: 0 }, constraint: none, effectiveSize: none, coreNumber: 1, broker: quiet, holdsTogether: false, departure: { ...departed, crossEfficiencyChange: { value: 0 } } },
    { party: HA, lines: 10, betweenness: { value: 0 }, crossBetweenness: none, constraint: { value: 1 }, effectiveSize: { value: 1 }, coreNumber: 1, broker: quiet, holdsTogether: false, departure: { ...departed, crossEfficiencyChange: none } },
  ],
  carriers: {
    number: { value: 2, low: 1, high: 2 }, cap: 2, text: both('Twee mensen verbinden de kanten.'),
    people: [
      { person: 'p1', name: both('L. Jansen'), parties: [VK, HA], inEverySet: true },
      { name: { nl: 'iemand', en: 'somebody' }, parties: [SH], inEverySet: true },
    ],
  },
  communities: [{ parties: [VK, HA] }],
  communitiesText: both('Twee groepen.'),
};
