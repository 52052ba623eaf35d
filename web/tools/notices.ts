import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Packages of which something ends up in the site. */
const SHIPPED = /^(@utrecht|@nl-design-system-|@fontsource)|^svelte$/;
const NAMES = ['LICENSE.md', 'LICENSE', 'LICENSE.txt'];

/** Writes `licences.txt` beside the pages: what is in them that others made, and on which terms. */
export function notices(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle() {
      const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
      const texts = new Map<string, string[]>();
      for (const name of Object.keys(devDependencies).filter((name) => SHIPPED.test(name))) {
        const folder = `node_modules/${name}`;
        const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { version: string; license: string };
        const file = NAMES.map((part) => `${folder}/${part}`).find((path) => existsSync(path));
        const text = file ? readFileSync(file, 'utf8').trim() : `Licence: ${license}`;
        texts.set(text, [...(texts.get(text) ?? []), `${name} ${version} (${license})`]);
      }
      const source = [...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`).join(`\n${'-'.repeat(72)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source });
    },
  };
}
