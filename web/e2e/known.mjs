// A network of which every line is known: where positions, carriers, groups and chance have something to say.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { assertAccessible, assertFits, launch, tab, visit } from './browser.mjs';
import { open } from './server.mjs';

const WIDTHS = [1200, 390, 320];
const of = '/coalities/voorbeeld';

let server;
let browser;
let standings;
let structure;
let middle;

before(async () => {
  server = await open({ known: true });
  browser = await launch();
  const ask = async (part) => (await fetch(`${server.base}/v1/coalitions/voorbeeld/${part}`)).json();
  [standings, structure] = [await ask('standings'), await ask('structure')];
  middle = standings.partners.find(({ party }) => party.name === 'Jeugdgezondheidszorg').party.id;
});
after(async () => {
  await browser?.close();
  await server?.close();
});

test('no page of it breaks a rule of accessibility or scrolls sideways', async () => {
  const pages = [of, `${of}/kengetallen`, `${of}/kaart?laag=makelaars`, `${of}/kaart?laag=makelaars&toon=tabel`, `${of}/kaart?laag=dragers&toon=tabel`, `${of}/plan?weg=partner:${middle}`, `/en${of}/kengetallen`];
  for (const width of WIDTHS) {
    const { page, complaints, close } = await tab(browser, server.base, width);
    for (const address of pages) {
      await visit(page, address);
      await assertAccessible(page, `${address} at ${width} px`);
      await assertFits(page, `${address} at ${width} px`);
    }
    assert.deepEqual(complaints, [], 'the browser has nothing to complain about');
    await close();
  }
});

test('positions, carriers, groups and chance stand on the page as the server tells them', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, `${of}/kengetallen`);
  const table = page.getByRole('table', { name: `${standings.partners.length} organisaties` });
  await table.waitFor();
  assert.equal(await table.locator('tbody tr').count(), standings.partners.length);
  await table.getByRole('button', { name: 'Op kortste wegen tussen de kanten' }).click();
  const top = standings.partners.toSorted((a, b) => b.crossBetweenness.value - a.crossBetweenness.value)[0];
  assert.equal(await table.locator('tbody th').first().innerText(), top.party.name, 'the most on top');
  for (const told of [standings.text, standings.carriers.text, standings.communitiesText]) await page.getByText(told.nl).first().waitFor();
  const density = page.getByRole('row', { name: /^Deel van de paren tussen de kanten met een lijn/ });
  assert.ok(structure.measures.crossDensity.p < 0.05 && structure.measures.crossDensity.z < 0);
  await density.getByText('minder dan bij toeval').waitFor();
  await close();
});

test('the layers light who they are about; who leaves changes the answer', async () => {
  const { page, close } = await tab(browser, server.base, WIDTHS[0]);
  await visit(page, `${of}/kaart?laag=makelaars`);
  const brokers = standings.partners.filter(({ crossBetweenness }) => crossBetweenness.value > 0);
  await page.locator('[data-map] .kl-layer__first').first().waitFor();
  assert.equal(await page.locator('[data-map] .kl-layer__first').count(), brokers.length);
  await visit(page, `${of}/kaart?laag=dragers`);
  await page.locator('[data-map] .kl-layer__first').first().waitFor();
  const carrying = new Set(standings.carriers.people.flatMap(({ parties }) => parties.map(({ id }) => id)));
  assert.equal(await page.locator('[data-map] .kl-layer__first').count(), carrying.size);
  await visit(page, `${of}/plan`);
  await page.getByLabel('Vertrekt', { exact: true }).selectOption(`partner:${middle}`);
  await page.getByRole('table', { name: 'Voor en na' }).waitFor();
  await page.getByText('Nu en straks zijn gerekend over dezelfde paren').waitFor();
  await page.getByRole('row', { name: /^Paren die elkaar langs geen bekende lijn bereiken 0 20/ }).waitFor();
  await close();
});
