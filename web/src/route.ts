// Addresses of the pages: from text to page and back. Nothing here touches the browser.

export type Language = 'nl' | 'en';

export type Page =
  | { name: 'coalitions' }
  | { name: 'overview'; id: string }
  | { name: 'map'; id: string; table: boolean }
  | { name: 'gaps'; id: string }
  | { name: 'gap'; id: string; gap: string }
  | { name: 'partners'; id: string }
  | { name: 'partner'; id: string; partner: string }
  | { name: 'lines'; id: string }
  | { name: 'accessibility' }
  | { name: 'explain' }
  | { name: 'unknown' };

export interface Route {
  language: Language;
  page: Page;
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
  return { language, page: pageOf(parts, new URLSearchParams(query)) };
}

function pageOf(parts: string[], query: URLSearchParams): Page {
  const [first, id, part, item] = parts;
  if (parts.length === 0) return { name: 'coalitions' };
  if (parts.length === 1 && first === 'toegankelijkheid') return { name: 'accessibility' };
  if (parts.length === 1 && first === 'uitleg') return { name: 'explain' };
  if (first !== 'coalities' || parts.length > 4) return { name: 'unknown' };
  if (id === undefined) return { name: 'coalitions' };
  if (part === undefined) return { name: 'overview', id };
  if (item === undefined) {
    switch (part) {
      case 'kaart':
        return { name: 'map', id, table: query.get('toon') === 'tabel' };
      case 'aandachtspunten':
        return { name: 'gaps', id };
      case 'partners':
        return { name: 'partners', id };
      case 'lijnen':
        return { name: 'lines', id };
    }
  }
  if (item !== undefined && part === 'aandachtspunten') return { name: 'gap', id, gap: item };
  if (item !== undefined && part === 'partners') return { name: 'partner', id, partner: item };
  return { name: 'unknown' };
}

/** The address of a page in a language: the inverse of `parse` for every page that exists. */
export function href(page: Page, language: Language): string {
  const path = pathOf(page);
  return language === 'en' ? `/en${path === '/' ? '' : path}` : path;
}

function pathOf(page: Page): string {
  const code = encodeURIComponent;
  switch (page.name) {
    case 'coalitions':
    case 'unknown':
      return '/';
    case 'accessibility':
      return '/toegankelijkheid';
    case 'explain':
      return '/uitleg';
    case 'overview':
      return `/coalities/${code(page.id)}`;
    case 'map':
      return `/coalities/${code(page.id)}/kaart${page.table ? '?toon=tabel' : ''}`;
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
  }
}

/** The same page in the other language. */
export function inLanguage(path: string, language: Language): string {
  const bare = path.replace(/^\/en(?=\/|$)/, '') || '/';
  return language === 'en' ? `/en${bare === '/' ? '' : bare}` : bare;
}
