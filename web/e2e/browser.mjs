// Debian's Chromium, and what every page is held against.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const WAIT_MS_MAX = 10_000;

export function launch() {
  // Chromium keeps no sandbox of its own when it is started by root, as in a container.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
}

/** A page that remembers everything it complained about. */
export async function tab(browser, base, width, height = 900) {
  const context = await browser.newContext({ viewport: { width, height }, baseURL: base, locale: 'nl-NL' });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS_MAX);
  const complaints = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** Opens an address and waits until nothing is being loaded. */
export async function visit(page, address) {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('h1').waitFor();
}

/** No violation of WCAG 2.2 A and AA, nor of best practice. */
export async function assertAccessible(page, what) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), RULES);
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map((node) => node.html.slice(0, 200)).join('\n    ')}`);
  assert.equal(violations.length, 0, `${what}:\n  ${told.join('\n  ')}`);
}

/** Nothing sticks out sideways. */
export async function assertFits(page, what) {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= room, `${what} is ${wide} px wide in a window of ${room} px`);
}
