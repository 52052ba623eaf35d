// Addresses of the pages: from text to page and back. Nothing here touches the browser.
import {
  besideOf, besideParts, codeIn, dayIn, filterOf, filterParts, given, idIn, isCode, LAYERS, lettersOf, linesOf, measureIn, oneOf, readingOf,
  readingParts, written, type Beside, type GapFilter, type Layer, type Reading,
} from './query.ts';

export type Language = 'nl' | 'en';

export type Page =
  | { name: 'home' }
  | { name: 'who'; coalition?: string; need?: string; kind?: string; as?: string }
  | { name: 'coalitions' }
  | { name: 'overview'; id: string; filter?: GapFilter }
  | { name: 'map'; id: string; table: boolean; layer?: Layer; from?: string }
  | { name: 'gaps'; id: string; filter?: GapFilter }
  | { name: 'gap'; id: string; gap: string; filter?: GapFilter }
  | { name: 'partners'; id: string }
  | { name: 'partner'; id: string; partner: string }
  | { name: 'lines'; id: string }
  | { name: 'plan'; id: string; lines?: number; on?: string[]; gone?: string }
  | { name: 'figures'; id: string }
  | { name: 'changed'; id: string; since?: string; till?: string; table?: true; measure?: string }
  | ({ name: 'compare' } & Beside)
  | { name: 'accessibility' }
  | { name: 'explain' }
  | { name: 'unknown' };

export interface Route {
  language: Language;
  page: Page;
  reading: Reading;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Takes a path and its query; gives the language and the page. A path nobody serves gives `unknown`. */
export function parse(path: string, query = ''): Route {
  const parts = path.split('/').filter(Boolean).map(decoded);
  const language: Language = parts[0] === 'en' ? 'en' : 'nl';
  if (language === 'en') parts.shift();
  const asked = new URLSearchParams(query);
  return { language, page: pageOf(parts, asked), reading: readingOf(asked) };
}

function pageOf(parts: string[], query: URLSearchParams): Page {
  const [first, id, part, item] = parts;
  if (parts.length === 0) return { name: 'home' };
  if (first === 'wie' && parts.length <= 3) return whoOf(id, part, query);
  if (parts.length === 1 && first === 'vergelijken') return { name: 'compare', ...besideOf(query) };
  if (parts.length === 1 && first === 'toegankelijkheid') return { name: 'accessibility' };
  if (parts.length === 1 && first === 'uitleg') return { name: 'explain' };
  if (first !== 'coalities' || parts.length > 4) return { name: 'unknown' };
  if (id === undefined) return { name: 'coalitions' };
  const filter = Object.keys(filterOf(query)).length > 0 ? filterOf(query) : undefined;
  if (part === undefined) return given({ name: 'overview', id, filter });
  if (item === undefined) {
    switch (part) {
      case 'kaart':
        return mapOf(id, query);
      case 'aandachtspunten':
        return given({ name: 'gaps', id, filter });
      case 'partners':
        return { name: 'partners', id };
      case 'lijnen':
        return { name: 'lines', id };
      case 'plan':
        return given({ name: 'plan', id, lines: linesOf(query), on: lettersOf(query), gone: goneIn(query) });
      case 'kengetallen':
        return { name: 'figures', id };
      case 'veranderd':
        return given({ name: 'changed', id, since: dayIn(query, 'van'), till: dayIn(query, 'tot'), table: query.get('toon') === 'tabel' || undefined, measure: measureIn(query) });
    }
  }
  if (item !== undefined && part === 'aandachtspunten') return given({ name: 'gap', id, gap: item, filter });
  if (item !== undefined && part === 'partners') return { name: 'partner', id, partner: item };
  return { name: 'unknown' };
}

/** Who is sought: codes of the catalogue only. A need stands in the path, or in the query where no coalition is named. */
function whoOf(coalition: string | undefined, inPath: string | undefined, query: URLSearchParams): Page {
  if ([coalition, inPath].some((code) => code !== undefined && !isCode(code))) return { name: 'unknown' };
  const need = inPath ?? (coalition === undefined ? codeIn(query, 'hulpvraag') : undefined);
  const kind = need === undefined ? codeIn(query, 'soort') : undefined;
  return given({ name: 'who', coalition, need, kind, as: codeIn(query, 'van') });
}

function mapOf(id: string, query: URLSearchParams): Page {
  const layer = oneOf(LAYERS, query.get('laag'));
  const table = query.get('toon') === 'tabel';
  return given({ name: 'map', id, table, layer: layer === 'aandachtspunten' ? undefined : layer, from: idIn(query, 'van') });
}

/** Who leaves, as the address says it: the project leader, or a person or partner by id. */
function goneIn(query: URLSearchParams): string | undefined {
  const text = query.get('weg');
  return text !== null && /^(projectleider|(persoon|partner):[0-9a-z-]{1,64})$/i.test(text) ? text : undefined;
}

/** Is this page read in a way: with sides, a rule and a day? */
export const isRead = (page: Page): boolean => 'id' in page || page.name === 'compare';

/** The address of a page in a language: the inverse of `parse` for every page that exists. The reading stays with the coalitions. */
export function href(page: Page, language: Language, reading: Reading = {}): string {
  const path = pathOf(page);
  const query = written([...queryOf(page), ...(isRead(page) ? readingParts(reading) : [])]);
  return (language === 'en' ? `/en${path === '/' ? '' : path}` : path) + query;
}

function pathOf(page: Page): string {
  const code = encodeURIComponent;
  switch (page.name) {
    case 'home':
    case 'unknown':
      return '/';
    case 'who':
      return ['/wie', page.coalition, page.coalition && page.need].filter((part) => part !== undefined).map((part, at) => (at === 0 ? part : code(part))).join('/');
    case 'coalitions':
      return '/coalities';
    case 'compare':
      return '/vergelijken';
    case 'accessibility':
      return '/toegankelijkheid';
    case 'explain':
      return '/uitleg';
    case 'overview':
      return `/coalities/${code(page.id)}`;
    case 'map':
      return `/coalities/${code(page.id)}/kaart`;
    case 'gaps':
      return `/coalities/${code(page.id)}/aandachtspunten`;
    case 'gap':
      return `/coalities/${code(page.id)}/aandachtspunten/${code(page.gap)}`;
    case 'partners':
      return `/coalities/${code(page.id)}/partners`;
    case 'partner':
      return `/coalities/${code(page.id)}/partners/${code(page.partner)}`;
    case 'lines':
      return `/coalities/${code(page.id)}/lijnen`;
    case 'plan':
      return `/coalities/${code(page.id)}/plan`;
    case 'figures':
      return `/coalities/${code(page.id)}/kengetallen`;
    case 'changed':
      return `/coalities/${code(page.id)}/veranderd`;
  }
}

function queryOf(page: Page): [string, string | undefined][] {
  switch (page.name) {
    case 'overview':
    case 'gaps':
    case 'gap':
      return filterParts(page.filter ?? {});
    case 'who':
      return [['hulpvraag', page.coalition ? undefined : page.need], ['soort', page.kind], ['van', page.as]];
    case 'map':
      return [['laag', page.layer], ['van', page.from], ['toon', page.table ? 'tabel' : undefined]];
    case 'plan':
      return [['lijnen', page.lines?.toString()], ['aan', page.on?.join(',').toLowerCase()], ['weg', page.gone]];
    case 'changed':
      return [['van', page.since], ['tot', page.till], ['maat', page.measure], ['toon', page.table && 'tabel']];
    case 'compare':
      return besideParts(page);
    default:
      return [];
  }
}

/** The same page in the other language. */
export function inLanguage(path: string, language: Language): string {
  const bare = path.replace(/^\/en(?=\/|$)/, '') || '/';
  return language === 'en' ? `/en${bare === '/' ? '' : bare}` : bare;
}
