// Partial dates in words: as precise as their source, months never as numbers.
import type { Language } from '../route.ts';

const MONTHS: Record<Language, string[]> = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
};
const SEASONS: Record<Language, string[]> = {
  nl: ['voorjaar', 'zomer', 'najaar', 'winter'],
  en: ['spring', 'summer', 'autumn', 'winter'],
};

/** "2019-11" → "november 2019"; "2019-21" → "voorjaar 2019"; "2020/2021" → "2020 – 2021". What is no such date is given back. */
export function dateWords(date: string, language: Language): string {
  const ends = date.split('/');
  if (ends.length === 2) return ends.map((end) => dateWords(end, language)).join(' – ');
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year, second, day] = match;
  if (second === undefined) return year!;
  const part = Number(second);
  const name = part > 20 ? SEASONS[language][part - 21] : MONTHS[language][part - 1];
  if (name === undefined) return date;
  return [day === undefined ? '' : `${Number(day)} `, name, ' ', year].join('');
}
