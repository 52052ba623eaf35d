// What the comparison shows of the answer: names, groups, orders, signs. Nothing here orders by a value.
import type { ComparedCoalition, Comparison, GapTally, KindState, MeasureCell, Near, ProfileRow, Tree } from './api/compare.ts';
import type { Phase, Words } from './api/types.ts';
import { FACETS, type Facet, type RowOrder } from './query.ts';

/** Up to this many coalitions stand as columns; with more, each is a row. */
export const COLUMNS_MAX = 6;
/** How many columns the table of kinds has at once, by the room there is. */
export const KIND_COLUMNS = { slim: 3, middle: 5, wide: 9 } as const;

/** "Delft, Leiden en Zeist". */
export function listed(names: readonly string[], and: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** Takes how many there are and how many go side by side; gives the groups as places, none larger, as even as can be. */
export function groups(count: number, most: number): number[][] {
  const number = Math.ceil(count / most);
  const places = Array.from({ length: count }, (_, place) => place);
  return Array.from({ length: number }, (_, group) => places.slice(Math.round((group * count) / number), Math.round(((group + 1) * count) / number)));
}

/** Which feature belongs to which part of the profile; one the page does not know goes with the lines. */
const FACET_OF: Record<string, Facet> = {
  phase: 'wie', age: 'wie', partners: 'wie', domains: 'wie', placeholders: 'wie', norm_kinds: 'wie', themes: 'wie',
  leads: 'leiding', case_lead: 'leiding', project_lead: 'leiding', agreement: 'leiding', builds_on: 'leiding', together_since: 'leiding', steering: 'leiding',
};

export const rowsOf = (profile: readonly ProfileRow[], facet: Facet): ProfileRow[] =>
  profile.filter(({ code }) => (FACET_OF[code] ?? FACETS[2]) === facet);

const PHASES: readonly Phase[] = ['preparation', 'start', 'running'];

/** Takes coalitions and an order; gives their places in that order, by name where they are equal. Without an order: as asked. */
export function ordered(rows: readonly ComparedCoalition[], order: RowOrder | undefined, locale: string): number[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const places = rows.map((_, place) => place);
  const by = (x: ComparedCoalition, y: ComparedCoalition): number => {
    const first = order === 'fase' ? PHASES.indexOf(x.phase.code) - PHASES.indexOf(y.phase.code) : order === 'grootte' ? x.members - y.members : 0;
    return first || collator.compare(x.name, y.name);
  };
  return places.sort((x, y) => by(rows[x]!, rows[y]!));
}

export type Sign = 'double' | 'full' | 'half' | 'ring' | 'dashed' | 'dotted' | 'cross' | 'none';

/** The sign of what is known of a kind; the words stand beside it. */
export const SIGNS: Record<KindState, Sign> = {
  signatory: 'double', participating: 'full', approached: 'half', wanted: 'ring', seen: 'dashed', placeholder: 'dotted', absent: 'cross', unknown: 'none',
};
export const KIND_STATES = Object.keys(SIGNS) as KindState[];

/** Which of the states occur, in the order of the key. */
export const statesIn = ({ kinds }: Comparison): KindState[] =>
  KIND_STATES.filter((state) => kinds.some(({ cells }) => cells.some((cell) => cell.state === state)));

const SAYS = ['bothSay', 'oneSays', 'sourceSays', 'nobodyAsked'] as const satisfies (keyof GapTally)[];

/** The counts that are not nought, in the order of how certain they are. */
export const tally = (cell: GapTally): [(typeof SAYS)[number], number][] => SAYS.flatMap((says) => (cell[says] > 0 ? [[says, cell[says]]] : []));

/** Is there a number to show? */
export const shows = (cell: MeasureCell): boolean => !cell.suppressed && cell.value != null;

/** Do the bounds say more than the value? */
export const open = ({ low, high }: Pick<MeasureCell, 'low' | 'high'>): boolean => low != null && high != null && high - low > 0.005;

/** The measure that is shown when nobody chose. */
export const MEASURE_USUAL = 'crossDensity';
/** The measures that are held against the size of coalitions; the server refuses to do so with others. */
const FUNNELS: readonly string[] = [
  'crossEfficiency', 'shortLineShare', 'crossDensity', 'domainGapRatio', 'eIIndexSides', 'density', 'transitivity', 'eIIndex', 'assortativity',
  'domainModularity', 'degreeCentralisation', 'betweennessCentralisation', 'confirmedShare',
];

export const hasFunnel = (name: string): boolean => FUNNELS.includes(name);

type Measured = Comparison['measures'][number];

/** Does it have a number for any of the coalitions? */
export const told = ({ cells }: Measured): boolean => cells.some(shows);

/** The measure in the address, if the answer has it; else the usual one, else the first, that has a number to show; else the first. */
export function measureOf({ measures }: Comparison, name: string | undefined): Measured | undefined {
  const usual = measures.find((one) => one.name === MEASURE_USUAL && told(one));
  const others = measures.filter(told);
  return measures.find((one) => one.name === name) ?? usual ?? others.find((one) => hasFunnel(one.name)) ?? others[0] ?? measures[0];
}

/** Why a measure has no number for any coalition: each reason once, with the places it is about; all of them: no places. */
export function reasons({ cells }: Measured): { words: Words; places: number[] }[] {
  const found = new Map<string, { words: Words; places: number[] }>();
  cells.forEach(({ suppressed }, place) => {
    if (!suppressed) return;
    const one = found.get(suppressed.words.nl) ?? { words: suppressed.words, places: [] };
    one.places.push(place);
    found.set(suppressed.words.nl, one);
  });
  const all = [...found.values()];
  return all.length === 1 && all[0]!.places.length === cells.length ? [{ ...all[0]!, places: [] }] : all;
}

/** The coalitions most alike, nearest first. */
export const nearest = (near: readonly Near[], most: number): Near[] => [...near].sort((x, y) => x.distance - y.distance).slice(0, most);

export interface Joined {
  step: number;
  left: string[];
  right: string[];
  height: number;
}

/**
 * The tree as rows: which coalitions come together at each step. A group is numbered on from the coalitions, in the order of `ids`.
 * What refers to nothing is left out.
 */
export function joined({ merges }: Tree, ids: readonly string[]): Joined[] {
  const members: (string[] | undefined)[] = ids.map((id) => [id]);
  return merges.flatMap(({ left, right, height }, index) => {
    const [one, other] = [members[left], members[right]];
    members.push(one && other && [...one, ...other]);
    return one && other ? [{ step: index + 1, left: one, right: other, height }] : [];
  });
}

/** Small letters without accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Takes names and what is typed; gives those in which it stands, those that begin with it first. */
export function matching<T extends { name: string }>(rows: readonly T[], typed: string): T[] {
  const sought = plain(typed.trim());
  const there = rows.filter(({ name }) => plain(name).includes(sought));
  return there.sort((x, y) => Number(plain(y.name).startsWith(sought)) - Number(plain(x.name).startsWith(sought)));
}
