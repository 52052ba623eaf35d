// The measures in plain words. Under this many organisations none is shown.
import type { Measure } from './api/types.ts';
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

/** A number as people write it: shares as "n van de 100", others with at most two decimals. */
export function inWords(value: number, share: boolean, language: Language): string {
  if (!share) return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'nl-NL', { maximumFractionDigits: 2 }).format(value);
  const rounded = Math.round(value * 100);
  return language === 'en' ? `${rounded} in 100` : `${rounded} van de 100`;
}

/** Do the bounds say more than the value? */
export const open = ({ low, high }: Measure): boolean => low !== undefined && high !== undefined && high - low > 0.005;
