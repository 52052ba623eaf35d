// What a facilitator chooses: introductions, who leaves, layers of the map, sides, filters. Beside walk.mjs, against the same server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, launch, tab, visit } from './browser.mjs';
import { open } from './server.mjs';

const DESK = 1200;
const PHONE = 390;
const TABS_MAX = 80;

let server;
let browser;
let firstGap;

before(async () => {
  server = await open();
  browser = await launch();
  firstGap = (await (await fetch(`${server.base}/v1/coalitions/leiden/gaps`)).json()).gaps[0];
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('the plan is switched by keyboard alone, and the address keeps the choice', async () => {
  const { page, complaints, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/leiden/plan');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
  for (let step = 0; step < TABS_MAX && (await focused()) !== 'switch'; step++) await page.keyboard.press('Tab');
  assert.equal(await focused(), 'switch', 'a switch is reached by Tab');
  const first = page.getByRole('switch').first();
  assert.ok(await first.isChecked(), 'every introduction is on at first');
  const before = await page.locator('[data-map] svg').evaluate((svg) => svg.outerHTML);
  await page.keyboard.press('Space');
  await page.waitForURL(/[?&]aan=/);
  assert.ok(!(await first.isChecked()), 'it is off');
  assert.equal(await focused(), 'switch', 'focus stays at the switch');
  await page.waitForFunction((old) => document.querySelector('[data-map] svg')?.outerHTML !== old, before);
  await page.getByRole('table', { name: 'Voor en na' }).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  assert.ok(!(await page.getByRole('switch').first().isChecked()), 'the address kept it');
  await page.getByRole('switch').first().press('Space');
  await page.waitForURL((url) => !url.searchParams.has('aan'));
  assert.deepEqual(complaints, []);
  await close();
});

test('somebody leaves, and comes back', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/leiden/plan?aan=');
  await page.getByText('Alle kennismakingen staan uit.').waitFor();
  await page.getByLabel('Vertrekt', { exact: true }).selectOption({ label: 'Verloskundig Samenwerkingsverband' });
  await page.waitForURL(/weg=partner:/);
  await page.getByRole('table', { name: 'Voor en na' }).waitFor();
  await assertAccessible(page, 'a departure');
  await page.getByRole('button', { name: 'Zet terug: niemand vertrekt' }).click();
  await page.getByText('Alle kennismakingen staan uit.').waitFor();
  await visit(page, '/coalities/leiden/plan?aan=&weg=partner:00000000-0000-0000-0000-000000000000');
  await page.getByRole('alert').filter({ hasText: 'De gevolgen konden niet worden uitgerekend.' }).waitFor();
  await close();
});

test('a layer is chosen with the arrow keys; map and table show the same layer', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/zeist/kaart');
  await page.getByRole('radio', { name: 'Aandachtspunten' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL(/laag=dragers/);
  await page.getByRole('heading', { level: 2, name: 'Kaart: dragers' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('value')), 'dragers', 'focus stays at the choice');
  await page.locator('[data-map] svg.kl-layer').waitFor();
  await page.getByRole('radio', { name: 'Kring van één partner' }).check();
  await page.getByLabel('Partner in het midden').selectOption({ index: 1 });
  await page.waitForURL(/laag=kring&van=/);
  const map = page.locator('[data-map] svg');
  await map.locator('.kl-layer__hub').waitFor();
  const drawn = await map.locator('.kl-layer__first, .kl-layer__second').count();
  await page.getByRole('link', { name: 'Tabel', exact: true }).click();
  await page.waitForURL(/toon=tabel/);
  if (drawn > 0) {
    await page.getByRole('table').waitFor();
    assert.equal(await page.locator('tbody tr').count(), drawn, 'the table has a row for everybody in the circle');
  }
  await close();
});

test('a choice of sides that cannot be is refused at the field, and a good one travels along', async () => {
  const { page, close } = await tab(browser, server.base, PHONE, 844);
  await visit(page, '/coalities/delft');
  await page.getByRole('button', { name: /^Wijzig/ }).click();
  await page.getByRole('radio', { name: /^Eigen keuze/ }).check();
  const side = (name) => page.getByRole('group', { name, exact: true });
  await side('De andere kant').getByRole('checkbox', { name: 'medisch', exact: true }).check();
  await page.getByRole('button', { name: 'Pas toe' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'staat aan beide kanten' });
  await told.waitFor();
  assert.equal(new URL(page.url()).search, '', 'the page did not go there');
  assert.ok(await side('De andere kant').getByRole('checkbox', { name: 'medisch', exact: true }).isChecked(), 'what was ticked stays');
  await assertAccessible(page, 'the refused choice');
  await side('De andere kant').getByRole('checkbox', { name: 'medisch', exact: true }).uncheck();
  await side('De andere kant').getByRole('checkbox', { name: 'informeel', exact: true }).uncheck();
  await page.getByRole('radio', { name: 'beide kanten zeggen het' }).check();
  await page.getByRole('button', { name: 'Pas toe' }).click();
  await page.waitForURL(/kanten=medical:social&telt=confirmed/);
  await page.getByText('medisch tegenover sociaal.').first().waitFor();
  await page.getByRole('link', { name: 'Partners', exact: true }).click();
  await page.waitForURL(/partners\?kanten=medical:social&telt=confirmed/);
  await visit(page, '/coalities/delft?kanten=social:social');
  await page.getByRole('heading', { level: 1, name: 'Deze keuze kan niet' }).waitFor();
  await page.getByRole('alert').filter({ hasText: 'staat aan beide kanten' }).waitFor();
  await assertAccessible(page, 'an address with sides that cannot be');
  await page.getByRole('link', { name: 'Terug naar de standaard' }).click();
  await page.getByRole('heading', { level: 1, name: 'Delft' }).waitFor();
  await close();
});

test('a filter stands in the address by its codes; list and map light each other', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/leiden');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByLabel('Stapel').selectOption('ask');
  await page.waitForURL(/stapel=ask/);
  const items = page.locator('.kl-gap');
  const answer = await (await fetch(`${server.base}/v1/coalitions/leiden/gaps`)).json();
  assert.equal(await items.count(), answer.gaps.filter((gap) => gap.pile === 'ask').length);
  await page.getByRole('button', { name: 'Wis het filter' }).click();
  await page.waitForURL((url) => url.search === '');
  const drawing = page.locator('[data-map] svg');
  await items.first().locator('a').focus();
  await drawing.locator('.gaps .kl-lit').first().waitFor();
  await drawing.locator(`.gaps a[data-gap="${firstGap.id}"]`).hover();
  await page.locator('.kl-gap a.kl-gap--lit').first().waitFor();
  const ask = answer.gaps.find((gap) => gap.kind === 'unknown_line' && gap.pile === 'ask');
  const label = await drawing.locator(`.gaps a[data-gap="${ask.id}"]`).getAttribute('aria-label');
  assert.ok(label.startsWith(`${ask.rank}:`), `the mark on the map has the number of the list: ${label}`);
  await close();
});

test('a gap low in the list is shown on the map above it', async () => {
  const { page, close } = await tab(browser, server.base, DESK, 700);
  await visit(page, '/coalities/leiden');
  await page.locator('.kl-gap a').last().click();
  await page.waitForFunction(() => document.activeElement?.id === 'panel-heading');
  const inView = (selector) => page.locator(selector).first().evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(await inView('#panel-heading'), 'the evidence lies beside the list');
  await page.getByRole('button', { name: 'Toon op de kaart' }).press('Enter');
  await page.waitForFunction(() => document.activeElement?.closest('[data-map]') !== null);
  assert.ok(await inView('[data-map] a:focus'), 'its mark is in view');
  await close();
});

test('on a phone the tabs are three by two, and zooming stands above the map', async () => {
  const { page, close } = await tab(browser, server.base, PHONE, 844);
  await visit(page, '/coalities/leiden/kaart');
  const rows = await page.locator('.kl-sub__link').evaluateAll((links) => new Set(links.map((link) => Math.round(link.getBoundingClientRect().top))).size);
  assert.equal(rows, 2, 'two rows of tabs');
  const [zoom, map] = await page.evaluate(() => ['.kl-zoom', '[data-map]'].map((one) => document.querySelector(one).getBoundingClientRect().top));
  assert.ok(zoom < map, 'the zoom buttons come first');
  await close();
});
