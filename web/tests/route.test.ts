import assert from 'node:assert/strict';
import { test } from 'node:test';
import { href, inLanguage, isRead, parse, type Page } from '../src/route.ts';

const PAGES: Page[] = [
  { name: 'home' },
  { name: 'who', coalition: 'leiden', need: 'schulden', as: 'verloskundigenpraktijk' },
  { name: 'who', coalition: 'leiden', kind: 'wijkteam' },
  { name: 'who', need: 'psychische-klachten' },
  { name: 'who' },
  { name: 'coalitions' },
  { name: 'overview', id: 'leiden' },
  { name: 'map', id: 'leiden', table: false },
  { name: 'map', id: 'leiden', table: true },
  { name: 'gaps', id: 'leiden' },
  { name: 'gap', id: 'leiden', gap: 'dcb35ae52bed' },
  { name: 'partners', id: 'delft' },
  { name: 'partner', id: 'delft', partner: 'a b/ë' },
  { name: 'lines', id: 'zeist' },
  { name: 'overview', id: 'leiden', filter: { kind: 'missing_line', certainty: 'one', pile: 'do', party: 'verloskundigenpraktijk' } },
  { name: 'gaps', id: 'leiden', filter: { kind: 'few_carriers' } },
  { name: 'gap', id: 'leiden', gap: 'dcb35ae52bed', filter: { certainty: 'nobody' } },
  { name: 'map', id: 'leiden', table: true, layer: 'kring', from: '2f765ba0-96cd-532e-bcca-856f602c9679' },
  { name: 'plan', id: 'leiden' },
  { name: 'plan', id: 'leiden', lines: 3, on: ['A', 'C'], gone: 'partner:2f765ba0-96cd-532e-bcca-856f602c9679' },
  { name: 'plan', id: 'leiden', on: [], gone: 'projectleider' },
  { name: 'figures', id: 'delft' },
  { name: 'changed', id: 'leiden' },
  { name: 'changed', id: 'leiden', since: '2019-11-01', till: '2026-11-22', table: true, measure: 'crossDensity' },
  { name: 'compare' },
  { name: 'compare', chosen: ['delft', 'leiden', 'zeist'], measure: 'crossDensity', turned: ['punten', 'boom'] },
  { name: 'compare', all: true, facet: 'leiding', order: 'fase', group: 2, one: 'zeist', kind: 'missing_line' },
  { name: 'compare', like: 'leiden' },
  { name: 'accessibility' },
  { name: 'explain' },
];

test('every page is found at its own address, in both languages', () => {
  for (const language of ['nl', 'en'] as const) {
    for (const page of PAGES) {
      const [path, query] = href(page, language).split('?');
      assert.deepEqual(parse(path!, query), { language, page, reading: {} });
    }
  }
});

test('addresses that nobody serves are said to be unknown', () => {
  for (const path of ['/wie/Jan', '/wie/leiden/schulden/a', '/coalities/leiden/plan/a', '/coalities/leiden/kaart/1', '/uitleg/x', '/coalities/a/b/c/d', '/english', '/vergelijken/delft', '/coalities/leiden/veranderd/1']) {
    assert.equal(parse(path).page.name, 'unknown', path);
  }
});

test('a broken escape in an address breaks nothing', () => {
  assert.deepEqual(parse('/coalities/%E0%A4%A').page, { name: 'overview', id: '%E0%A4%A' });
});

test('the other language keeps the page', () => {
  for (const [path, english] of [['/', '/en'], ['/coalities/leiden/kaart', '/en/coalities/leiden/kaart']] as const) {
    assert.equal(inLanguage(path, 'en'), english);
    assert.equal(inLanguage(english, 'nl'), path);
    assert.equal(inLanguage(english, 'en'), english);
  }
  assert.equal(inLanguage('/enkhuizen', 'nl'), '/enkhuizen', 'only a whole step is a language');
});

test('sides, rule and day travel within a coalition and into a comparison, and nowhere else', () => {
  const reading = { sides: 'medical:social,informal', rule: 'confirmed', on: '2019-11-30' } as const;
  const address = href({ name: 'partners', id: 'delft' }, 'nl', reading);
  assert.equal(address, '/coalities/delft/partners?kanten=medical:social,informal&telt=confirmed&op=2019-11-30');
  for (const page of PAGES) {
    const [path, query] = href(page, 'en', reading).split('?');
    assert.deepEqual(parse(path!, query).reading, isRead(page) ? reading : {});
    assert.deepEqual(parse(path!, query).page, page);
  }
});

test('a comparison keeps the order in which coalitions were chosen', () => {
  assert.equal(href({ name: 'compare', chosen: ['zeist', 'delft'], measure: 'crossDensity' }, 'en', { on: '2019-11-30' }), '/en/vergelijken?c=zeist&c=delft&maat=crossDensity&op=2019-11-30');
  assert.equal(href({ name: 'compare', all: true }, 'nl'), '/vergelijken?wie=alle');
});

test('what is usual does not stand in the address, nor what is no code', () => {
  const read = (query: string) => parse('/coalities/leiden/aandachtspunten', query);
  assert.deepEqual(read('kanten=default&telt=any').reading, {});
  assert.deepEqual(read('kanten=<script>&op=gisteren').reading, {});
  assert.deepEqual(read('soort=Jan de Vries&partner=Jan de Vries&stapel=x').page, { name: 'gaps', id: 'leiden' });
  const plan = (query: string) => parse('/coalities/leiden/plan', query).page;
  assert.deepEqual(plan('lijnen=9&weg=Jan'), { name: 'plan', id: 'leiden' });
  assert.deepEqual(plan('aan=c,a,a,?'), { name: 'plan', id: 'leiden', on: ['A', 'C'] });
  const beside = (query: string) => parse('/vergelijken', query).page;
  assert.deepEqual(beside('c=delft&c=delft&c=Jan de Vries&maat=<b>&om=alles,boom&deel=wie&volgorde=beste&groep=1&soort=x'), { name: 'compare', chosen: ['delft'], turned: ['boom'] });
  assert.deepEqual(beside('wie=alle&c=delft&zoals=leiden'), { name: 'compare', all: true });
  assert.deepEqual(parse('/coalities/leiden/veranderd', 'van=gisteren&tot=2020-1-1&toon=kaart').page, { name: 'changed', id: 'leiden' });
  assert.deepEqual(parse('/coalities/leiden/kaart', 'laag=aandachtspunten&van=a b').page, { name: 'map', id: 'leiden', table: false });
});
