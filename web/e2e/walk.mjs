// A walk through the pages as a facilitator makes it: on a desk, on a phone, with the keyboard alone, and with bad luck.
// Runs against the real server. `npm run walk`; BASE_URL names a running server, else KL_BIN (or target/release) is started.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, tab, visit } from './browser.mjs';
import { open } from './server.mjs';

const DESK = 1200;
const PHONE = 390;
const SMALLEST = 320;
const TABS_MAX = 80;

let server;
let browser;
let firstGap;

before(async () => {
  server = await open();
  browser = await launch();
  const answer = await fetch(`${server.base}/v1/coalitions/leiden/gaps`);
  firstGap = (await answer.json()).gaps[0];
  assert.equal(firstGap.kind, 'missing_line', 'Leiden starts with the line between midwives and debt relief');
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Every page of this site, in both languages where they differ most. */
const pages = () => [
  '/',
  '/en',
  '/coalities',
  '/coalities/leiden',
  '/coalities/zaanstad',
  '/coalities/leiden/kaart',
  '/coalities/leiden/kaart?toon=tabel',
  '/coalities/leiden/aandachtspunten',
  `/coalities/leiden/aandachtspunten/${firstGap.id}`,
  '/coalities/delft/partners',
  `/coalities/leiden/partners/${firstGap.parties[0].id}`,
  '/coalities/zeist/lijnen',
  '/coalities/leiden?stapel=ask',
  '/coalities/leiden/aandachtspunten?soort=missing_line&partner=schuldhulpverlening',
  '/coalities/zeist?kanten=three-groups&telt=confirmed',
  '/coalities/zeist/kaart?laag=dragers',
  '/coalities/zeist/kaart?laag=makelaars&toon=tabel',
  `/coalities/leiden/kaart?laag=kring&van=${firstGap.parties[0].id}`,
  '/coalities/zeist/kaart?laag=plan&toon=tabel',
  '/coalities/zeist/plan',
  '/coalities/leiden/plan?aan=',
  '/coalities/delft/kengetallen',
  '/en/coalities/zeist/plan?kanten=medical:social,informal',
  '/en/coalities/alkmaar',
  '/toegankelijkheid',
  '/uitleg',
  '/bestaat-niet',
];

for (const width of [DESK, PHONE]) {
  test(`no page breaks a rule of accessibility at ${width} px`, async () => {
    const { page, complaints, close } = await tab(browser, server.base, width);
    for (const address of pages()) {
      await visit(page, address);
      await assertAccessible(page, `${address} at ${width} px`);
      await assertFits(page, `${address} at ${width} px`);
      assert.equal(await page.locator('h1').count(), 1, `${address} has one h1`);
    }
    assert.deepEqual(complaints.filter((text) => !text.includes('404')), [], 'the browser has nothing to complain about');
    await close();
  });
}

test(`no page scrolls sideways at ${SMALLEST} px`, async () => {
  const { page, close } = await tab(browser, server.base, SMALLEST, 568);
  for (const address of pages()) {
    await visit(page, address);
    await assertFits(page, address);
  }
  await close();
});

test('a newcomer walks from the list to Leiden, its map, a gap and its evidence', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/');
  await page.getByRole('link', { name: /^Bekijk alle coalities/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Coalities' }).waitFor();
  await page.locator('tbody tr').first().waitFor();
  assert.equal(await page.locator('tbody tr').count(), 9, 'nine coalitions');
  await page.getByRole('searchbox', { name: 'Zoek een coalitie' }).fill('leid');
  await page.getByText('1 van 9 coalities').waitFor();
  assert.equal(new URL(page.url()).search, '', 'what is typed stays out of the address');
  await page.getByRole('link', { name: 'Leiden', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Leiden' }).waitFor();
  await page.getByRole('heading', { name: 'Zo staat het ervoor' }).waitFor();
  assert.match(await page.title(), /^Leiden/);

  const drawing = page.locator('[data-map] svg');
  await drawing.waitFor();
  const badge = drawing.getByRole('link', { name: /^1: .*lijn die lastig te leggen is/ }).first();
  await badge.click();
  await page.waitForURL(`**/coalities/leiden/aandachtspunten/${firstGap.id}`);
  const panel = page.getByRole('region', { name: new RegExp(`^1\\. ${escape(firstGap.text.nl)}`) });
  await panel.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'panel-heading', 'focus stands at the evidence');
  const text = await panel.innerText();
  for (const row of firstGap.evidence) assert.ok(text.includes(row.text.nl), `the evidence says: ${row.text.nl}`);
  assert.equal(await drawing.locator('.kl-lit a[aria-current="true"]').count() > 0, true, 'the gap is lit on the map');

  await page.getByRole('link', { name: 'Kaart', exact: true }).first().click();
  await page.getByRole('heading', { level: 2, name: /^Kaart/ }).waitFor();
  await page.getByRole('link', { name: 'Tabel', exact: true }).click();
  await page.getByRole('table', { name: /^Aandachtspunten/ }).waitFor();
  await page.getByRole('table', { name: /lijn(en)? in Leiden/ }).waitFor();
  assert.ok((await page.locator('tbody tr').count()) > 0, 'the lines are in a table too');
  await close();
});

test('on a phone a gap is a page of its own', async () => {
  const { page, close } = await tab(browser, server.base, PHONE, 844);
  await visit(page, '/coalities/leiden');
  await page.locator('.kl-gap a').first().click();
  await page.getByRole('heading', { level: 1, name: firstGap.text.nl }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1', 'focus stands at the heading');
  assert.equal(await page.evaluate(() => window.scrollY), 0, 'a new page starts at its top');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Leiden' }).waitFor();
  await page.waitForFunction(() => window.scrollY > 0);
  await close();
});

for (const [width, drawing] of [[DESK, 'wide'], [PHONE, 'slim']]) {
  test(`the ${drawing} map reads as a person would say it`, async () => {
    const { page, close } = await tab(browser, server.base, width);
    await visit(page, '/coalities/leiden/kaart');
    const told = await page.locator('[data-map] svg').ariaSnapshot();
    assert.match(told, /group "[^"]*Leiden/, told);
    assert.match(told, /list "Organisaties"/, told);
    assert.match(told, /link "Verloskundig centrum De Poort, medisch, doet mee/, told);
    assert.match(told, /link "Schuldhulpverlening[^"]*, sociaal, benaderd/, told);
    assert.match(told, /link "1: [^"]+ – [^"]*[Ss]chuldhulpverlening[^"]*, lijn die lastig te leggen is/, told);
    assert.doesNotMatch(told, /ontbreekt|zwak/, 'what is not known is never called missing');
    const nodes = await page.locator('[data-map] .nodes a').count();
    const named = await page.locator('[data-map] .nodes a[aria-label]').count();
    assert.ok(nodes > 0 && nodes === named, 'every organisation is a link with a name');
    await close();
  });
}

test('the keyboard alone leads to the evidence', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/leiden');
  const focused = () => page.evaluate(() => ({ text: document.activeElement?.textContent?.trim(), gap: document.activeElement?.closest('.kl-gap') !== null, id: document.activeElement?.id, node: document.activeElement?.closest('.nodes') !== null }));
  await page.keyboard.press('Tab');
  assert.equal((await focused()).text, 'Naar de inhoud', 'the skip link comes first');
  await page.keyboard.press('Enter');
  let nodes = 0;
  for (let step = 0; step < TABS_MAX && !(await focused()).gap; step++) {
    await page.keyboard.press('Tab');
    if ((await focused()).node) nodes++;
  }
  assert.ok((await focused()).gap, `a gap is reached within ${TABS_MAX} tabs`);
  assert.ok(nodes > 0, 'the way leads along the organisations of the map');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/aandachtspunten/*');
  await page.waitForFunction(() => document.activeElement?.id === 'panel-heading');
  await close();
});

test('an organisation that has the focus keeps its lines, the rest steps back', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/leiden/kaart');
  const link = page.locator('[data-map] .nodes').getByRole('link', { name: /^Verloskundig [Ss]amenwerkingsverband/ });
  await link.focus();
  const lines = await page.locator('[data-map] svg').evaluate((svg) => {
    const all = [...svg.querySelectorAll('[data-a][data-b]')];
    const shown = (line) => Number(getComputedStyle(line).opacity) > 0.5;
    const id = document.activeElement.closest('[data-id]')?.getAttribute('data-id') ?? document.activeElement.querySelector('[data-id]')?.getAttribute('data-id');
    const own = (line) => `${line.getAttribute('data-a')} ${line.getAttribute('data-b')}`.split(' ').includes(id);
    return { own: all.filter(own).length, hidden: all.filter((line) => own(line) && !shown(line)).length, others: all.filter((line) => !own(line) && shown(line)).length };
  });
  assert.ok(lines.own > 0, 'it has lines');
  assert.equal(lines.hidden, 0, 'its own lines stay');
  assert.equal(lines.others, 0, 'the others fade');
  await close();
});

test('English keeps the page', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await visit(page, '/coalities/delft/partners');
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/en/coalities/delft/partners');
  await page.getByRole('heading', { level: 2, name: 'Partners' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  await page.getByText('Signed (8)').waitFor();
  await page.getByRole('link', { name: 'Nederlands' }).click();
  await page.getByText('Getekend (8)').waitFor();
  await close();
});

test('without the map the list still works, and the map can be asked again', async () => {
  const { page, close } = await tab(browser, server.base, DESK);
  await page.route('**/map?*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"title":"Niet beschikbaar","status":503}' }));
  await visit(page, '/coalities/leiden');
  const alert = page.getByRole('alert').filter({ hasText: 'De kaart kon niet worden geladen.' });
  await alert.waitFor();
  await assertAccessible(page, 'a page without its map');
  assert.ok((await page.locator('.kl-gap').count()) > 0, 'the list is there');
  await page.unroute('**/map?*');
  await alert.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await page.locator('[data-map] svg').waitFor();
  await close();
});

test('an unknown coalition and a lost connection are said in words', async () => {
  const { page, close } = await tab(browser, server.base, PHONE, 844);
  await visit(page, '/coalities/nergens');
  await page.getByRole('heading', { level: 1, name: 'Deze coalitie kennen we niet' }).waitFor();
  await page.getByRole('link', { name: 'Bekijk alle coalities' }).click();
  await page.getByRole('link', { name: 'Leiden', exact: true }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Leiden', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'U bent niet verbonden met de server.' }).first().waitFor();
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Probeer opnieuw' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Leiden' }).waitFor();
  await close();
});

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
