// Says how large the built site is, and refuses a page whose script is over its budget.
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** What a page loads, by its source, and how much script that may be in kB gzip. */
const BUDGETS = [
  { page: 'who', parts: ['index.html'], max: 60 },
  { page: 'coalition', parts: ['index.html', 'src/pages/Coalition.svelte'], max: 90 },
  { page: 'what changed', parts: ['index.html', 'src/pages/Coalition.svelte', 'src/pages/Changed.svelte'], max: 100 },
  { page: 'comparison', parts: ['index.html', 'src/pages/Compare.svelte'], max: 85 },
];

const dist = new URL('../dist/', import.meta.url);
const manifest = new URL('built.json', dist);
const built = JSON.parse(readFileSync(manifest, 'utf8'));
// Needed here only: it is no part of the site.
rmSync(manifest);

const size = (name) => gzipSync(readFileSync(new URL(name, dist))).length;
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

/** The scripts that a part loads at once, with those it imports. */
function scripts(part, found = new Set()) {
  const { file, imports = [] } = built[part];
  if (!found.has(file)) {
    found.add(file);
    for (const other of imports) scripts(other, found);
  }
  return found;
}

let over = false;
for (const { page, parts, max } of BUDGETS) {
  const files = new Set(parts.flatMap((part) => [...scripts(part)]));
  const sum = [...files].reduce((total, name) => total + size(name), 0);
  console.log(`${page}: script ${kb(sum)} gzip (budget ${max} kB) in ${files.size} files`);
  if (sum > max * 1024) {
    console.error(`The script of ${page} is over its budget: find what grew with \`npx vite build --sourcemap\`.`);
    over = true;
  }
}
const names = readdirSync(new URL('assets/', dist));
const sum = (end, measure) => names.filter((name) => name.endsWith(end)).reduce((total, name) => total + measure(`assets/${name}`), 0);
const whole = (name) => readFileSync(new URL(name, dist)).length;
console.log(`styles ${kb(sum('.css', size))} gzip, fonts ${kb(sum('.woff2', whole))}, service worker ${kb(size('sw.js'))} gzip`);
if (over) process.exit(1);
