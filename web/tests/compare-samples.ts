// Answers about several made-up coalitions and about one over time, small enough to check by hand.
import type { Changes, LineChange, Timeline } from '../src/api/change.ts';
import type { ComparedCoalition, Comparison, GapTally, KindState, MeasureCell } from '../src/api/compare.ts';
import type { CoalitionSummary, Phase, Words } from '../src/api/types.ts';
import { HA, SH, VK, WT } from './samples.ts';

const both = (text: string): Words => ({ nl: text, en: text });
const PHASES: Record<Phase, string> = { preparation: 'voorbereiding', start: 'start', running: 'in uitvoering' };

export const coalition = (id: string, name: string, phase: Phase, members: number): ComparedCoalition => ({
  id, name, phase: { code: phase, words: both(PHASES[phase]) }, asOf: '2019-11-30', asOfWords: both('november 2019'), version: 1, members,
});

export const summary = (id: string, phase: Phase): CoalitionSummary => ({
  id, name: id, phase, finding: both(''), members: 8, approached: 0, asOf: '2019-11-30', asOfWords: both(''), version: 1,
});

export const THREE = [coalition('veld', 'Veld', 'start', 9), coalition('aa', 'Aa', 'running', 8), coalition('bron', 'Bron', 'start', 12)];

const tally = (bothSay: number, oneSays: number, sourceSays: number, nobodyAsked: number): GapTally => ({ bothSay, oneSays, sourceSays, nobodyAsked });
const few: MeasureCell = { suppressed: { code: 'small_side', words: both('Aan een kant staan minder dan drie partners.') } };

export const COMPARISON: Comparison = {
  asOf: null, today: '2026-11-22', rule: 'any', sides: { code: 'default', words: both('medisch tegenover sociaal'), first: both('medisch'), second: both('sociaal') },
  norm: '2026-1', version: 7,
  chance: { state: 'computing', done: 1, of: 3, draws: 1000, seed: 1, words: both('1 van 3 coalities vergeleken met toeval.') },
  coalitions: THREE,
  notable: [both('Op lijnen kunt u deze drie niet rangschikken.')],
  profile: [
    { code: 'phase', words: both('Fase'), help: both('Hoe ver zij is.'), cells: THREE.map(({ phase }) => ({ words: phase.words, known: true })) },
    { code: 'leads', words: both('Wie trekt'), help: both(''), cells: THREE.map((_, at) => (at === 0 ? { words: both('de gemeente'), known: true, source: both('Interview') } : { words: both('onbekend'), known: false })) },
    { code: 'cross_lines', words: both('Lijnen tussen de kanten'), help: both(''), cells: THREE.map(() => ({ words: both('1 tot 7 van 9'), known: true, value: 1, of: 9, bar: { present: 1, absent: 2, unknown: 6 } })) },
    { code: 'nieuw', words: both('Iets nieuws'), help: both(''), cells: THREE.map(() => ({ words: both('ja'), known: true })) },
  ],
  measures: [
    { name: 'density', words: both('Dichtheid'), help: both(''), range: [0, 1], cells: [{ value: 0.1, low: 0.1, high: 0.8 }, few, { value: 0.4, low: 0.4, high: 0.4, expected: 0.3, z: 2.5, p: 0.01 }], rankable: { yes: false, words: both('De grenzen overlappen: u kunt deze drie niet rangschikken.') } },
    { name: 'crossDensity', words: both('Lijnen tussen de kanten'), help: both(''), cells: [few, few, few], rankable: { yes: false, words: both('Er is te weinig bekend.') } },
  ],
  kinds: [
    { code: 'wijkteam', words: both('Wijkteam'), domain: 'social', expected: 'core', cells: (['signatory', 'unknown', 'seen'] as KindState[]).map((state) => ({ state, count: 1, words: both(state) })) },
  ],
  gaps: [{ kind: 'missing_line', words: both('nog geen lijn'), help: both(''), cells: [tally(1, 0, 2, 0), tally(0, 0, 0, 0), tally(0, 1, 0, 9)] }],
  likeness: {
    near: [[{ coalition: 'bron', distance: 0.4, reasons: [both('Bij beide doet kraamzorg mee.')] }, { coalition: 'aa', distance: 0.2, reasons: [] }], [], []],
    tree: { order: ['veld', 'aa', 'bron'], merges: [{ left: 0, right: 1, height: 0.2, size: 2 }, { left: 3, right: 2, height: 0.4, size: 3 }] },
    words: both('Gemeten over de norm.'),
  },
  learnFrom: [],
  funnel: null,
};

const changed = (what: LineChange[], across: boolean): Changes['lines'][number] => ({
  a: VK, b: across ? SH : HA, level: 'practice', across, what, before: null, after: { status: 'confirmed', stale: false }, words: both('Zij kennen elkaar nu.'), claims: [],
});

export const CHANGES: Changes = {
  coalition: 'veld', from: '2019-11-30', to: '2026-11-22', fromWords: both('30 november 2019'), toWords: both('22 november 2026'), version: 2,
  moments: [{ day: '2019-11-30', words: both('30 november 2019') }, { day: '2026-11-22', words: both('22 november 2026') }],
  summary: [both('Er kwam één lijn bij.')],
  counts: { stale: 2, unchanged: 3, new: 1, lost: 0, iets: 4 },
  lines: [changed(['new', 'confirmed'], true), changed(['lost'], false)],
  partners: [{ party: WT, what: 'joined', words: both('het wijkteam doet mee') }], initiatives: [],
  gaps: { closed: [both('een punt')], opened: [] },
  measures: [{ name: 'density', words: both('Dichtheid'), before: { value: 0.1 }, after: { value: 0.2, low: 0.2, high: 0.9 } }],
  stability: { common: { value: 0.75, kept: 3, union: 4 }, all: { reason: both('Er zijn geen lijnen.'), kept: 0, union: 0 } },
  notes: [],
};

export const TIMELINE: Timeline = {
  coalition: 'veld', moments: CHANGES.moments,
  measures: [{
    name: 'density', words: both('Dichtheid'), help: both(''),
    points: [
      { asOf: '2026-11-22', value: 0.3, source: 'computed' },
      { asOf: '2019-11-30', value: 0.1, source: 'kept', keptAt: '2020-01-01T10:00:00Z' },
      { asOf: '2019-11-30', value: 0.15, source: 'computed' },
      { asOf: '2019-11-30', value: 0.12, source: 'kept', keptAt: '2020-02-01T10:00:00Z' },
    ],
  }],
};
