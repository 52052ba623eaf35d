// The measures in plain words. Under this many organisations none is shown.
import type { Measure, Words } from './api/types.ts';
import type { Language } from './route.ts';

export const MEMBERS_MIN = 8;

interface Plain {
  name: string;
  nl: string;
  en: string;
  share?: true;
}

/** The measures that help a facilitator, in reading order. Others stay in the API. */
export const PLAIN: readonly Plain[] = [
  { name: 'crossDensity', nl: 'Deel van de paren tussen medisch en sociaal met een lijn', en: 'Share of pairs between medical and social that have a line', share: true },
  { name: 'shortLineShare', nl: 'Deel van die paren dat elkaar in hooguit twee stappen bereikt', en: 'Share of those pairs within two steps of each other', share: true },
  { name: 'unreachablePairs', nl: 'Paren die elkaar langs geen bekende lijn bereiken', en: 'Pairs that cannot reach each other along known lines' },
  { name: 'crossEfficiency', nl: 'Hoe kort de lijnen tussen medisch en sociaal zijn (1 is: allemaal rechtstreeks)', en: 'How short the lines between medical and social are (1: all direct)' },
  { name: 'averageDegree', nl: 'Lijnen per organisatie, gemiddeld', en: 'Lines per organisation, on average' },
  { name: 'density', nl: 'Deel van alle paren met een lijn', en: 'Share of all pairs that have a line', share: true },
  { name: 'eIIndex', nl: 'Lijnen naar buiten min lijnen binnen het eigen domein (van -1 tot 1)', en: 'Lines outward minus lines within the own domain (from -1 to 1)' },
  { name: 'fragmentation', nl: 'Deel van de paren dat elkaar helemaal niet bereikt', en: 'Share of pairs that cannot reach each other at all', share: true },
  { name: 'confirmedShare', nl: 'Deel van de lijnen dat beide kanten noemen', en: 'Share of lines that both sides mention', share: true },
];

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
  small_side: { nl: 'Aan een van de kanten staan minder dan drie partners.', en: 'One of the sides has fewer than three partners.' },
};
const ANYTHING: Words = { nl: 'Alles is nog mogelijk: bijna niets is gevraagd.', en: 'Anything is possible: almost nothing was asked.' };

/** A number as people write it: shares as "n van de 100", others with at most two decimals. */
export function inWords(value: number, share: boolean, language: Language): string {
  if (share) return `${Math.round(value * 100)} ${language === 'en' ? 'in' : 'van de'} 100`;
  const rounded = Math.round(value * 100) / 100 || 0;
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 2 }).format(rounded);
}

/** Why no value is shown; absent when it is shown. A side of under three partners is no base for a share. */
export function hidden({ value, reason, caution }: Measure, language: Language): string | undefined {
  const code = value == null ? (reason ?? '') : caution === 'small_side' ? caution : undefined;
  return code === undefined ? undefined : (REASONS[code]?.[language] ?? '');
}

/** Do the bounds say more than the value? */
export const open = ({ low, high }: Measure): boolean => low != null && high != null && high - low > 0.005;

/** Do the bounds of a share leave everything possible? Then that is said instead. */
export function anything({ low, high }: Measure, share: boolean, language: Language): string | undefined {
  return share && low != null && high != null && low < 0.005 && high > 0.995 ? ANYTHING[language] : undefined;
}
