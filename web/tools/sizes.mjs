// Says how large the built site is, and refuses a script over its budget.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SCRIPT_GZIP_MAX = 90 * 1024;
const dist = new URL('../dist/assets/', import.meta.url);
const sum = { js: 0, css: 0, woff2: 0 };
for (const name of readdirSync(dist)) {
  const bytes = readFileSync(new URL(name, dist));
  const kind = name.split('.').pop();
  if (kind in sum) sum[kind] += kind === 'woff2' ? bytes.length : gzipSync(bytes).length;
}
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
console.log(`script ${kb(sum.js)} gzip (budget ${kb(SCRIPT_GZIP_MAX)}), styles ${kb(sum.css)} gzip, fonts ${kb(sum.woff2)}`);
if (sum.js > SCRIPT_GZIP_MAX) {
  console.error('The script is over its budget: find what grew with `npx vite build --sourcemap`.');
  process.exit(1);
}
