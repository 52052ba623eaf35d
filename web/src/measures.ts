// The measures in plain words. Under this many organisations none is shown.
import type { Compared, Measure, Words } from './api/types.ts';
import type { Language } from './route.ts';

export const MEMBERS_MIN = 8;

export interface Plain extends Words {
  name: string;
  /** Counted over the lines that are known, whatever else there may be. */
  known?: true;
  /** Between 0 and 1, said as so many of the hundred. */
  share?: true;
  /** From where to where it can run, when that is known. */
  from?: number;
  to?: number;
}

const share = { share: true, from: 0, to: 1 } as const;
const turn = { from: -1, to: 1 } as const;

/** The measures that help a facilitator, in reading order. */
export const PLAIN: readonly Plain[] = [
  { name: 'crossDensity', nl: 'Deel van de paren tussen de kanten met een lijn', en: 'Share of pairs between the sides that have a line', ...share },
  { name: 'shortLineShare', nl: 'Deel van die paren dat elkaar in hooguit twee stappen bereikt', en: 'Share of those pairs within two steps of each other', ...share },
  { name: 'unreachablePairs', nl: 'Paren die elkaar langs geen bekende lijn bereiken', en: 'Pairs that cannot reach each other along known lines' },
  { name: 'crossEfficiency', nl: 'Hoe kort de lijnen tussen de kanten zijn (1 is: allemaal rechtstreeks)', en: 'How short the lines between the sides are (1: all direct)', from: 0, to: 1 },
  { name: 'averageDegree', nl: 'Lijnen per organisatie, gemiddeld', en: 'Lines per organisation, on average' },
  { name: 'density', nl: 'Deel van alle paren met een lijn', en: 'Share of all pairs that have a line', ...share },
  { name: 'eIIndex', nl: 'Lijnen naar buiten min lijnen binnen het eigen domein (van -1 tot 1)', en: 'Lines outward minus lines within the own domain (from -1 to 1)', ...turn },
  { name: 'eIIndexSides', nl: 'Hetzelfde tussen de twee kanten (van -1 tot 1)', en: 'The same between the two sides (from -1 to 1)', ...turn },
  { name: 'fragmentation', nl: 'Deel van de paren dat elkaar helemaal niet bereikt', en: 'Share of pairs that cannot reach each other at all', ...share },
  { name: 'confirmedShare', nl: 'Deel van de lijnen dat beide kanten noemen', en: 'Share of lines that both sides mention', ...share },
];

/** The rest, for who wants to know. */
export const MORE: readonly Plain[] = [
  { name: 'carriers', nl: 'Mensen op wie alle lijnen tussen de kanten samen rusten', en: 'People on whom all lines between the sides together rest', known: true },
  { name: 'domainGapRatio', nl: 'Lijnen tussen medisch en sociaal, gedeeld door wat toeval geeft', en: 'Lines between medical and social, divided by what chance gives' },
  { name: 'assortativity', nl: 'Neiging om het eigen domein te kiezen (van -1 tot 1)', en: 'Tendency to choose the own domain (from -1 to 1)', ...turn },
  { name: 'domainModularity', nl: 'Hoe sterk de domeinen aparte groepen zijn', en: 'How much the domains are separate groups', from: -0.5, to: 1 },
  { name: 'globalEfficiency', nl: 'Hoe kort alle lijnen zijn (1 is: allemaal rechtstreeks)', en: 'How short all lines are (1: all direct)', from: 0, to: 1 },
  { name: 'distanceFragmentation', nl: 'Hoe ver allen van elkaar staan (0 is: allemaal rechtstreeks)', en: 'How far all are apart (0: all direct)', from: 0, to: 1 },
  { name: 'transitivity', nl: 'Kans dat twee contacten van een partner elkaar kennen', en: 'Chance that two contacts of a partner know each other', from: 0, to: 1 },
  { name: 'degreeCentralisation', nl: 'Hoezeer alle lijnen bij één organisatie liggen (1 is: allemaal)', en: 'How far all lines lie with one organisation (1: all)', from: 0, to: 1 },
  { name: 'betweennessCentralisation', nl: 'Hoezeer alle wegen langs één organisatie lopen (1 is: allemaal)', en: 'How far all ways lead along one organisation (1: all)', from: 0, to: 1 },
  { name: 'reciprocity', nl: 'Deel van de verwijzingen dat heen en terug gaat', en: 'Share of referrals that go both ways', ...share },
  { name: 'multiplexity', nl: 'Deel van de lijnen met meer dan één soort samenwerking', en: 'Share of lines of more than one kind', ...share },
  { name: 'personDependence', nl: 'Deel van de lijnen dat op één paar mensen rust', en: 'Share of lines that rest on one pair of people', ...share },
  { name: 'knownPairShare', nl: 'Deel van de paren waarvan we iets weten', en: 'Share of pairs of which we know something', ...share },
  { name: 'components', nl: 'Losse delen van het netwerk', en: 'Separate parts of the network' },
  { name: 'links', nl: 'Lijnen op de werkvloer', en: 'Lines in practice' },
  { name: 'members', nl: 'Organisaties die meedoen', en: 'Organisations that take part' },
];

/** The measures over three groups: the two sides, and who stands on neither. */
export const GROUPED: readonly Plain[] = [
  { name: 'eIIndex', nl: 'Lijnen naar buiten min lijnen binnen de eigen groep (van -1 tot 1)', en: 'Lines outward minus lines within the own group (from -1 to 1)', ...turn },
  { name: 'assortativity', nl: 'Neiging om de eigen groep te kiezen (van -1 tot 1)', en: 'Tendency to choose the own group (from -1 to 1)', ...turn },
  { name: 'modularity', nl: 'Hoe sterk de groepen los van elkaar staan', en: 'How much the groups stand apart', from: -0.5, to: 1 },
];

const KNOWN = new Map([...PLAIN, ...MORE].map((plain) => [plain.name, plain]));

export const isShare = (name: string): boolean => KNOWN.get(name)?.share ?? false;

/** The plain words of a measure, when this page has them. */
export const plainOf = (name: string): Words | undefined => KNOWN.get(name);

/** Did a measure change, as far as a reader sees? */
const moved = ({ before, after }: Compared): boolean => (before.value ?? undefined) !== (after.value ?? undefined) && Math.abs((before.value ?? 9) - (after.value ?? -9)) > 0.004;

/** What changed, in two heaps: what a facilitator reads and moves, and the rest. Lines stand above as counts. */
export function compared(rows: readonly Compared[]): { main: Compared[]; more: Compared[] } {
  const COUNTED = ['crossDensity', 'members', 'links'];
  const order = PLAIN.map(({ name }) => name);
  const there = rows.filter((row) => !COUNTED.includes(row.name) && (row.before.value != null || row.after.value != null));
  const main = there.filter((row) => order.includes(row.name) && moved(row));
  const place = (row: Compared): number => order.indexOf(row.name);
  return { main: main.sort((x, y) => place(x) - place(y)), more: there.filter((row) => !main.includes(row)) };
}

/** Why a measure has no value, or none that a page should show; codes of the API. */
const REASONS: Record<string, Words> = {
  no_members: { nl: 'Er doet nog niemand mee.', en: 'Nobody takes part yet.' },
  too_few_members: { nl: 'Er zijn te weinig partners.', en: 'There are too few partners.' },
  no_lines: { nl: 'Er is nog geen lijn bekend.', en: 'No line is known yet.' },
  no_side_lines: { nl: 'Er is nog geen lijn bekend binnen of tussen de kanten.', en: 'No line is known yet within or between the sides.' },
  one_domain: { nl: 'Alle lijnen liggen binnen één domein.', en: 'All lines lie within one domain.' },
  empty_side: { nl: 'Aan een van de kanten doet nog niemand mee.', en: 'Nobody takes part yet on one of the sides.' },
  no_triples: { nl: 'Geen enkele partner heeft twee lijnen.', en: 'No partner has two lines.' },
  documents: { nl: 'Niemand is bevraagd.', en: 'Nobody was asked.' },
  nobody_between: { nl: 'Er zijn minstens drie partners nodig.', en: 'At least three partners are needed.' },
  without_lines: { nl: 'Van deze partner is nog geen lijn bekend.', en: 'No line of this partner is known yet.' },
  no_contrast: { nl: 'Iedereen heeft ongeveer evenveel lijnen.', en: 'Everybody has about as many lines.' },
  no_answered_pairs: { nl: 'Van geen enkel paar hebben beide partners geantwoord.', en: 'Of no pair did both partners answer.' },
  no_persons: { nl: 'We weten nog niet over welke mensen de lijnen lopen.', en: 'We do not know yet over which people the lines run.' },
  complete: { nl: 'Elke mogelijke lijn is er.', en: 'Every possible line is there.' },
  small_side: { nl: 'Aan een van de kanten staan minder dan drie partners.', en: 'One of the sides has fewer than three partners.' },
};
/** Why a number was not held against chance; codes of the API. That it has no value is said elsewhere. */
const UNHELD: Record<string, Words> = {
  documents: { nl: 'niet te vergelijken: niemand is bevraagd', en: 'cannot be compared: nobody was asked' },
  low_response: { nl: 'niet te vergelijken: te weinig organisaties antwoordden', en: 'cannot be compared: too few organisations answered' },
  no_known_absence: { nl: 'niet te vergelijken: van geen paar weten we dat er géén lijn is', en: 'cannot be compared: of no pair do we know that there is no line' },
  no_spread: { nl: 'toeval geeft steeds hetzelfde getal', en: 'chance gives the same number every time' },
  out_of_reach: { nl: 'te klein om met toeval te vergelijken', en: 'too small to be held against chance' },
};
/** What a number was held against; codes of the API. */
const NULLS: Record<string, Words> = {
  labels: { nl: 'partners willekeurig over de groepen verdeeld', en: 'partners dealt out over the groups at random' },
  random_links: { nl: 'evenveel lijnen op willekeurige paren', en: 'as many lines on random pairs' },
  rewired: { nl: 'ieder evenveel lijnen, met willekeurige anderen', en: 'as many lines each, with random others' },
};
const ANYTHING: Words = { nl: 'Alles is nog mogelijk: bijna niets is gevraagd.', en: 'Anything is possible: almost nothing was asked.' };

const OTHERWISE: Words = { nl: 'Kan anders uitvallen: niet alles is gevraagd.', en: 'May turn out otherwise: not everything was asked.' };
const AT_LEAST = { nl: (low: string) => `minstens ${low}`, en: (low: string) => `at least ${low}` };
const P_DIGITS = 3;
const NO_REFERRALS: Words = { nl: 'Er is nog geen verwijzing bekend.', en: 'No referral is known yet.' };

export const reasonOf = (code: string | null | undefined, language: Language): string | undefined =>
  code ? REASONS[code]?.[language] : undefined;

export const unheld = (code: string | null | undefined, language: Language): string | undefined => (code ? UNHELD[code]?.[language] : undefined);

export const nullOf = (measure: Measure, language: Language): string | undefined => NULLS[measure.baseline?.null ?? '']?.[language];

/** A number as people write it: shares as "n van de 100", others with at most two decimals. */
export function inWords(value: number, share: boolean, language: Language): string {
  if (share) return `${Math.round(value * 100)} ${language === 'en' ? 'in' : 'van de'} 100`;
  const rounded = Math.round(value * 100) / 100 || 0;
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 2 }).format(rounded);
}

/** From where to where, without saying twice of how many: "10 en 90 van de 100". */
export function bothInWords(low: number, high: number, share: boolean, language: Language): [string, string] {
  return [share ? String(Math.round(low * 100)) : inWords(low, share, language), inWords(high, share, language)];
}

/** Why no value is shown; absent when it is shown. A side of under three partners is no base for a share. */
export function hidden(name: string, { value, reason, caution }: Measure, language: Language): string | undefined {
  // Of lines that refer, not of all lines.
  if (name === 'reciprocity' && reason === 'no_lines') return NO_REFERRALS[language];
  const code = value == null ? (reason ?? '') : caution === 'small_side' ? caution : undefined;
  return code === undefined ? undefined : (reasonOf(code, language) ?? '');
}

/** Do the bounds say more than the value? */
export const open = ({ low, high }: Measure): boolean => low != null && high != null && high - low > 0.005;

/** What is said of the bounds when there are none, or only one. `complete`: of every pair it is known whether there is a line. */
export function unbounded({ low, high }: Measure, complete: boolean, language: Language): string | undefined {
  if (low != null && high != null) return undefined;
  if (low != null) return AT_LEAST[language](inWords(low, false, language));
  return complete ? undefined : OTHERWISE[language];
}

/** A p as people write it: never a bare nought. */
export function inChances(p: number, language: Language): string {
  const write = (value: number): string =>
    new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: P_DIGITS }).format(value);
  const least = 10 ** -P_DIGITS;
  return p < least ? `< ${write(least)}` : `= ${write(p)}`;
}

/** Do the bounds of a share leave everything possible? Then that is said instead. */
export function anything({ low, high }: Measure, share: boolean, language: Language): string | undefined {
  return share && low != null && high != null && low < 0.005 && high > 0.995 ? ANYTHING[language] : undefined;
}

/** Under this p a difference from chance is called one. */
const P_MAX = 0.05;

export type Verdict = 'less' | 'more' | 'alike';

/** How a number stands to chance; absent when chance was not asked, or its answer is not to be trusted. */
export function verdict({ z, p }: Pick<Measure, 'z' | 'p'>): Verdict | undefined {
  if (z == null || p == null) return undefined;
  if (p >= P_MAX) return 'alike';
  return z < 0 ? 'less' : 'more';
}

export const BAR = { width: 160, height: 16 };

/** Where bounds and value stand on a bar; absent when the measure has no fixed range or nothing is open. */
export function barOf({ value, low, high }: Measure, { from, to }: Pick<Plain, 'from' | 'to'>): { x: number; width: number; at: number } | undefined {
  if (from === undefined || to === undefined || value == null) return undefined;
  const place = (it: number): number => Math.round(((Math.min(Math.max(it, from), to) - from) / (to - from)) * BAR.width * 10) / 10;
  const [start, end] = [place(low ?? value), place(high ?? value)];
  return { x: start, width: Math.round((end - start) * 10) / 10, at: place(value) };
}
