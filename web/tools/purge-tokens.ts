import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const THEME = /voorbeeld-design-tokens\/dist\/theme\.css$/;
/** One a line: a value may hold a drawing with semicolons in it. */
const DECLARATION = /^[ \t]*(--[\w-]+)[ \t]*:(.*);.*\n/gm;
const USERS = ['src', 'node_modules/@utrecht', 'node_modules/@nl-design-system-candidate'];

function styles(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(css|svelte)$/.test(file)).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
}

/** Which custom properties does this text read? */
export function read(css: string): Set<string> {
  return new Set([...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]!));
}

/** Takes a theme and the properties that are read; gives the theme with only those, and what they read in turn. */
export function keep(theme: string, used: Set<string>): string {
  const values = new Map([...theme.matchAll(DECLARATION)].map((match) => [match[1]!, match[2]!]));
  const wanted = new Set<string>();
  const queue = [...used];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (wanted.has(name) || !values.has(name)) continue;
    wanted.add(name);
    queue.push(...read(values.get(name)!));
  }
  return theme.replace(DECLARATION, (declaration, name: string) => (wanted.has(name) ? declaration : ''));
}

/** Leaves out of the neutral theme every design token that no component here reads. Another theme is served whole. */
export function purgeTokens(): Plugin {
  let used = new Set<string>();
  return {
    name: 'purge-tokens',
    enforce: 'pre',
    buildStart() {
      used = new Set(USERS.flatMap(styles).flatMap((css) => [...read(css)]));
    },
    transform(code, id) {
      return THEME.test(id) ? { code: keep(code, used), map: null } : null;
    },
  };
}
