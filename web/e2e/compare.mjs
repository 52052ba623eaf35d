// What an adviser does: put coalitions beside each other, learn, download. And a facilitator: see what changed after an edit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, tab, visit } from './browser.mjs';
import { open } from './server.mjs';

const WIDTHS = [1200, 390, 320];
const THREE = ['delft', 'leiden', 'zeist'];
const query = THREE.map((id) => `c=${id}`).join('&');
const three = `/vergelijken?${query}`;
const TABS_MAX = 30;
/** Chance takes many draws: how long a page may go on asking after it. */
const CHANCE_MS_MAX = 120_000;
const CLAIM = '0193a5b0-0000-7000-8000-00000000c0de';

let server;
let browser;
let answer;

const post = (path, body) =>
  fetch(`${server.base}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const ask = async (coalitions) => (await post('/v1/comparisons', { coalitions, funnel: 'crossDensity' })).json();

before(async () => {
  server = await open({ own: true });
  browser = await launch();
  answer = await ask(THREE);
});
after(async () => {
  await browser?.close();
  await server?.close();
});

const pages = () => [
  '/vergelijken',
  three,
  `${three}&om=punten,trechter,soorten,boom&bij=leiden`,
  `/vergelijken?c=delft`,
  '/vergelijken?wie=alle&deel=leiding&volgorde=fase',
  '/vergelijken?wie=alle&om=punten,trechter,boom&deel=lijnen&soort=missing_line&groep=2',
  `/en${three}&om=punten`,
  '/coalities/leiden/veranderd',
  '/coalities/aalsmeer/veranderd?toon=tabel',
  '/en/coalities/zeist/veranderd?kanten=medical:social',
];

for (const width of WIDTHS) {
  test(`no page of the comparison breaks a rule of accessibility or scrolls sideways at ${width} px`, async () => {
    const { page, complaints, close } = await tab(browser, server.base, width);
    for (const address of pages()) {
      await visit(page, address);
      await assertAccessible(page, `${address} at ${width} px`);
      await assertFits(page, `${address} at ${width} px`);
      assert.equal(await page.locator('h1').count(), 1, `${address} has one h1`);
      assert.equal(await page.getByRole('alert').count(), 0, `nothing failed on ${address}`);
    }
    assert.deepEqual(complaints, [], 'the browser has nothing to complain about');
    await close();
  });
}

test('an adviser chooses by keyboard alone, and what cannot be concluded comes first', async () => {
  const { page, complaints, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, '/');
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Vergelijken' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Vergelijken' }).waitFor();
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  for (let step = 0; step < TABS_MAX && (await focused()) !== 'Kies coalities'; step++) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('type') === 'search');
  for (const name of ['delf', 'leid', 'zeis']) {
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: new RegExp(`^Haal ${name}.* weg$`, 'i') }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search', 'focus stays in the field');
  }
  await page.waitForURL(`**${three}`);
  await page.getByRole('heading', { level: 1, name: 'Delft, Leiden en Zeist' }).waitFor();
  const notable = page.getByRole('region', { name: 'Wat opvalt' }).getByRole('listitem');
  await notable.first().waitFor();
  assert.deepEqual(await notable.allInnerTexts(), answer.notable.map(({ nl }) => nl));
  const heads = await page.locator('main h2').allInnerTexts();
  assert.deepEqual(heads, ['Wat opvalt', 'Drie kaarten, zelfde schaal', 'Naast elkaar', 'Kengetallen', 'Wie doet mee', 'Aandachtspunten naar soort', 'Wie lijkt op wie', 'Leren van elkaar', 'Downloaden']);

  await page.getByRole('button', { name: 'Haal Leiden weg' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Delft en Zeist' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Haal Zeist weg', 'focus goes to the next');
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Delft, Leiden en Zeist' }).waitFor();
  assert.deepEqual(complaints, []);
  await close();
});

test('the tables say what the server says: unknown where sources are silent, a reason where no number is shown', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, three);
  const profile = page.getByRole('table', { name: 'Profiel' });
  for (const row of answer.profile) {
    const cells = page.locator('tr', { has: page.getByRole('rowheader', { name: row.words.nl, exact: true }) }).first().getByRole('cell');
    assert.deepEqual((await cells.allInnerTexts()).map((text) => text.trim()), row.cells.map(({ words }) => words.nl), row.words.nl);
  }
  assert.equal(await profile.getByRole('row').count(), answer.profile.length + 1);
  const hidden = answer.measures.find(({ cells }) => cells.some(({ suppressed }) => suppressed) && cells.some(({ value }) => value !== undefined));
  const at = hidden.cells.findIndex(({ suppressed }) => suppressed);
  const row = page.getByRole('table', { name: 'Kengetallen', exact: true }).getByRole('row').filter({ hasText: hidden.words.nl }).first();
  assert.equal((await row.getByRole('cell').nth(at).innerText()).trim(), hidden.cells[at].suppressed.words.nl, 'a reason, and no number');
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text, /\b(score|ranglijst|beste|slechtste|top ?\d)\b/i);
  await close();
});

test('pictures and their tables take turns, the address holds which, and the back button turns them again', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, three);
  const maps = page.getByRole('region', { name: /^Drie kaarten/ }).locator('[data-picture] svg');
  await maps.waitFor();
  assert.ok((await maps.locator('title').first().textContent()).length > 0, 'it says what it is');
  const figure = page.getByRole('figure', { name: /per coalitie$/ });
  await figure.locator('svg').first().waitFor();
  await figure.getByRole('link', { name: 'Tabel' }).press('Enter');
  await page.waitForURL(/om=punten/);
  await figure.getByRole('table').waitFor();
  assert.equal(await figure.getByRole('row').count(), THREE.length + 1);
  assert.deepEqual(await figure.getByRole('rowheader').allInnerTexts(), ['Delft', 'Leiden', 'Zeist'], 'by name, not by value');
  await page.getByLabel('Kengetal in de beelden').selectOption('density');
  await page.waitForURL(/maat=density/);
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has('om'));
  await figure.locator('[data-picture] svg').waitFor();
  await maps.locator('a').first().click();
  await page.waitForURL(/\/coalities\/(delft|leiden|zeist)/);
  await close();
});

test('the nine are rows, ordered by name, phase or size only; the part that is shown stands in the address', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, '/vergelijken?wie=alle');
  const region = page.getByRole('region', { name: 'Naast elkaar' });
  assert.deepEqual(await region.getByLabel('Volgorde').locator('option').allInnerTexts(), ['naam', 'fase', 'aantal organisaties']);
  const names = () => region.getByRole('rowheader').allInnerTexts();
  const all = (await ask([])).coalitions;
  const collator = new Intl.Collator('nl-NL');
  assert.deepEqual(await names(), all.map(({ name }) => name).toSorted(collator.compare));
  await region.getByLabel('Volgorde').selectOption('grootte');
  await page.waitForURL(/volgorde=grootte/);
  assert.deepEqual(await names(), all.toSorted((a, b) => a.members - b.members || collator.compare(a.name, b.name)).map(({ name }) => name));
  await region.getByRole('link', { name: 'Wie er leidt' }).click();
  await page.waitForURL(/deel=leiding/);
  await region.getByRole('columnheader', { name: answer.profile.find(({ code }) => code === 'leads').words.nl }).waitFor();
  await close();
});

test('what another coalition has solved is told with how, and who says so', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, `${three}&bij=leiden`);
  const region = page.getByRole('region', { name: 'Leren van elkaar' });
  const lessons = answer.learnFrom.filter(({ coalition }) => coalition === 'leiden');
  assert.ok(lessons.length > 0, 'there is something to learn');
  const first = region.locator('tbody tr').first();
  const text = await first.innerText();
  assert.ok(text.includes(lessons[0].gap.words.nl));
  const told = lessons[0].from.length > 0 ? lessons[0].from.map(({ coalition }) => coalition) : [];
  if (told.length === 0) assert.ok(text.includes(lessons[0].none.nl), 'that nobody has it is an answer');
  const near = page.getByRole('region', { name: 'Het meest als Leiden' });
  const nearest = answer.likeness.near[THREE.indexOf('leiden')];
  assert.equal(await near.locator('ol > li').count(), Math.min(nearest.length, 5));
  for (const reason of nearest[0]?.reasons ?? []) assert.ok((await near.innerText()).includes(reason.nl.slice(1)), reason.nl);
  await close();
});

test('those most like a coalition are looked up, and the address then says who they are', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  const all = await ask([]);
  const [some, none] = [all.likeness.near.findIndex((near) => near.length > 2), all.likeness.near.findIndex((near) => near.length === 0)];
  const { id, name } = all.coalitions[some];
  await visit(page, `/vergelijken?zoals=${id}`);
  const others = all.likeness.near[some].slice(0, 3).map(({ coalition }) => `&c=${coalition}`);
  await page.waitForURL(`**/vergelijken?c=${id}${others.join('')}`);
  await page.getByRole('heading', { level: 1, name: new RegExp(`^${name}, `) }).waitFor();
  if (none >= 0) {
    await visit(page, `/vergelijken?zoals=${all.coalitions[none].id}`);
    await page.getByText(`Er is te weinig bekend om te zeggen wie op ${all.coalitions[none].name} lijkt.`).waitFor();
    await assertAccessible(page, 'nobody to be like');
  }
  await close();
});

test('the downloads hold what stands on the page', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, three);
  const region = page.getByRole('region', { name: 'Downloaden' });
  for (const [name, type, start] of [['werkblad (XLSX)', /spreadsheetml/, 'PK'], ['tabel (CSV)', /text\/csv/, ''], ['kaarten (PDF)', /application\/pdf/, '%PDF']]) {
    const link = region.getByRole('link', { name });
    assert.ok((await link.getAttribute('download')).length > 0);
    const file = await fetch(`${server.base}${await link.getAttribute('href')}`);
    assert.equal(file.status, 200, name);
    assert.match(file.headers.get('content-type'), type);
    const text = Buffer.from(await file.arrayBuffer()).toString('latin1');
    assert.ok(text.startsWith(start) || start === '', name);
    if (name.startsWith('tabel')) for (const id of ['Delft', 'Leiden', 'Zeist']) assert.ok(text.includes(id), `${id} is in the table`);
  }
  await close();
});

test('on a phone three coalitions stand in the table of kinds, and others are chosen', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[2], 568);
  await visit(page, '/vergelijken?wie=alle');
  const region = page.getByRole('region', { name: 'Wie doet mee' });
  assert.equal(await region.locator('thead th').count(), 4);
  const before = await region.locator('thead').innerText();
  await region.getByLabel('Coalities in de tabel').selectOption('2');
  await page.waitForURL(/groep=2/);
  assert.notEqual(await region.locator('thead').innerText(), before);
  const cell = region.locator('tbody td').first();
  assert.ok((await cell.textContent()).trim().length > 0, 'the sign is told in words as well');
  await close();
});

test('chance is compared behind the page, which says how far it is and keeps its place', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await page.route('**/v1/comparisons', async (route) => {
    const response = await route.fetch();
    const told = await response.json();
    asked++;
    if (Date.now() < until) told.chance = { ...told.chance, state: 'computing', words: { nl: 'Nog even: 1 van 3.', en: 'One moment: 1 of 3.' } };
    await route.fulfill({ response, json: told });
  });
  let asked = 0;
  let until = Infinity;
  await visit(page, three);
  await page.getByRole('status').filter({ hasText: 'Nog even: 1 van 3.' }).waitFor();
  await page.evaluate(() => window.scrollTo(0, 900));
  until = 0;
  await page.getByRole('status').filter({ hasText: 'Nog even: 1 van 3.' }).waitFor({ state: 'detached', timeout: CHANCE_MS_MAX });
  assert.ok(asked >= 2, 'it asked again');
  assert.ok((await page.evaluate(() => window.scrollY)) >= 880, 'the place is kept');
  await close();
});

test('a coalition that nobody knows is said, and can be taken away', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[1], 844);
  await visit(page, '/vergelijken?c=delft&c=nergens');
  await page.getByRole('alert').filter({ hasText: 'Deze keuze kan niet' }).waitFor();
  await assertAccessible(page, 'a choice that cannot be');
  await page.getByRole('button', { name: 'Haal nergens weg' }).click();
  await page.getByRole('heading', { level: 1, name: 'Delft' }).waitFor();
  await close();
});

test('a facilitator sees what changed after an edit: on the map, in words, and in the table', async () => {
  const partners = await (await fetch(`${server.base}/v1/coalitions/leiden/partners`)).json();
  const today = new Date().toISOString().slice(0, 10);
  const [a, b] = [partners.partners.find(({ side }) => side === 'medical'), partners.partners.find(({ side }) => side === 'social')];
  const claim = { id: CLAIM, coalition: 'leiden', scope: { pair: [{ organisation: a.id }, { organisation: b.id }] }, stance: 'asserted', kind: 'works-with', date: today, speaker: { organisation: a.id } };
  const done = await post('/v1/changes', { changes: [{ put: { claim } }] });
  const receipt = await done.json();
  assert.equal(done.status, 200, JSON.stringify(receipt));
  try {
    const told = await (await fetch(`${server.base}/v1/coalitions/leiden/changes?from=2019-11-30&to=${today}`)).json();
    const { page, close } = await tab(browser, server.base, WIDTHS[0]);
    await visit(page, `/coalities/leiden/veranderd?van=2019-11-30&tot=${today}`);
    assert.ok(told.lines.some(({ what }) => what.includes('new')), 'the line is new');
    for (const { nl } of told.summary) await page.getByText(nl).first().waitFor();
    await page.locator('[data-map] svg').waitFor();
    await assertAccessible(page, 'what changed');
    await page.getByRole('link', { name: 'Tabel', exact: true }).first().click();
    await page.waitForURL(/toon=tabel/);
    const table = page.getByRole('table', { name: /veranderde/ });
    assert.equal(await table.locator('tbody tr').count(), told.lines.length);
    await table.getByText('nieuw').first().waitFor();
    await page.getByLabel('Van', { exact: true }).selectOption({ label: 'Een andere dag…' });
    await page.getByLabel('Van', { exact: true }).fill('2030-01-01');
    await page.getByRole('button', { name: 'Toon' }).click();
    await page.getByRole('alert').filter({ hasText: 'De eerste dag ligt na de tweede' }).waitFor();
    await assertAccessible(page, 'days that cannot be');
    await close();
  } finally {
    const back = await post('/v1/changes', { changes: receipt.inverse, expected: receipt.revisions });
    assert.equal(back.status, 200, await back.text());
  }
});

test('a moment is kept by who may, and stands in the timeline', async () => {
  const { page, complaints, close } = await tab(browser, server.base, WIDTHS[1], 844);
  await visit(page, '/coalities/zeist/veranderd');
  await page.getByText('wordt nooit overschreven').waitFor();
  await page.getByRole('button', { name: 'Leg dit moment vast' }).click();
  await page.getByRole('status').filter({ hasText: 'Dit moment is vastgelegd.' }).waitFor();
  await page.getByText(/^vastgelegd op /).first().waitFor();
  assert.deepEqual(complaints, []);
  await close();
});
