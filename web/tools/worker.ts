import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/** Files outside `assets/` that belong to the shell. */
const LOOSE = ['/mark.svg', '/manifest.webmanifest'];

/** Builds `src/worker.ts` as `sw.js`, with the names of the files that the first page needs. */
export function worker(): Plugin {
  let chunk: string;
  return {
    name: 'worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      chunk = this.emitFile({ type: 'chunk', id: 'src/worker.ts', fileName: 'sw.js' });
    },
    generateBundle(_options, bundle) {
      const shell = new Set<string>();
      const take = (name: string): void => {
        const part = bundle[name];
        if (part?.type !== 'chunk' || shell.has(name)) return;
        shell.add(name);
        part.imports.forEach(take);
      };
      for (const part of Object.values(bundle)) {
        if (part.type === 'chunk' && part.isEntry && part.fileName !== this.getFileName(chunk)) take(part.fileName);
        // Italics are for the coalition pages.
        if (part.type === 'asset' && /\.(css|woff2|svg)$/.test(part.fileName) && !part.fileName.includes('italic')) shell.add(part.fileName);
      }
      const files = [...shell].sort();
      const script = bundle['sw.js'];
      if (script?.type !== 'chunk') throw new Error('The service worker was not built.');
      const version = createHash('sha256').update(files.join('\n')).update(script.code).digest('hex').slice(0, 12);
      const names = [...files.filter((name) => name.startsWith('assets/')).map((name) => `/${name}`), ...LOOSE];
      script.code = script.code.replace('__SHELL__', JSON.stringify(names)).replace('__VERSION__', JSON.stringify(version));
      if (/\b(import|export)\b\s*[{'"]|__SHELL__|__VERSION__/.test(script.code)) throw new Error('The service worker must stand alone.');
    },
  };
}
