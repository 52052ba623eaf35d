// Draws the icons of the installed page from public/mark.svg, with Chromium. Run again when the mark changes: `npm run icons`.
import { mkdirSync, readFileSync } from 'node:fs';
import { launch } from '../e2e/browser.mjs';

const mark = readFileSync(new URL('../public/mark.svg', import.meta.url), 'utf8');
const folder = new URL('../public/icons/', import.meta.url);
mkdirSync(folder, { recursive: true });

/** How much of the icon the mark takes: what is cut off a maskable icon lies outside its inner 80 %. */
const KINDS = { icon: 0.92, maskable: 0.62 };

const browser = await launch();
for (const [kind, share] of Object.entries(KINDS)) {
  for (const size of [192, 512]) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{background:#fff;display:grid;height:100vh;margin:0;place-items:center}svg{width:${share * 100}%}</style>${mark}`);
    await page.screenshot({ path: new URL(`${kind}-${size}.png`, folder).pathname });
    await page.close();
  }
}
await browser.close();
