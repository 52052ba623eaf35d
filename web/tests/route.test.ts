import assert from 'node:assert/strict';
import { test } from 'node:test';
import { href, inLanguage, parse, type Page } from '../src/route.ts';

const PAGES: Page[] = [
  { name: 'coalitions' },
  { name: 'overview', id: 'leiden' },
  { name: 'map', id: 'leiden', table: false },
  { name: 'map', id: 'leiden', table: true },
  { name: 'gaps', id: 'leiden' },
  { name: 'gap', id: 'leiden', gap: 'dcb35ae52bed' },
  { name: 'partners', id: 'delft' },
  { name: 'partner', id: 'delft', partner: 'a b/ë' },
  { name: 'lines', id: 'zeist' },
  { name: 'accessibility' },
  { name: 'explain' },
];

test('every page is found at its own address, in both languages', () => {
  for (const language of ['nl', 'en'] as const) {
    for (const page of PAGES) {
      const [path, query] = href(page, language).split('?');
      assert.deepEqual(parse(path!, query), { language, page });
    }
  }
});

test('addresses that nobody serves are said to be unknown', () => {
  for (const path of ['/wie', '/coalities/leiden/plan', '/coalities/leiden/kaart/1', '/uitleg/x', '/coalities/a/b/c/d', '/english']) {
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
