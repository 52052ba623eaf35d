// The words of the language the reader chose; the language stands in the address.
import type { Words } from '../api/types.ts';
import { router } from '../router.svelte.ts';
import type { Reading } from '../query.ts';
import { href, type Language, type Page } from '../route.ts';
import { en } from './en.ts';
import { nl, type Vocabulary } from './nl.ts';

export const language = (): Language => router.route.language;

/** The vocabulary of the page. */
export const words = (): Vocabulary => (language() === 'en' ? en : nl);

/** One text of the server, in the language of the page. */
export const say = (text: Words): string => text[language()];

/** What a partner is called. */
export const nameOf = ({ name, nameEn }: { name: string; nameEn?: string | null }): string => (language() === 'en' ? (nameEn ?? name) : name);

/** A link to a page, in the language of the page; inside a coalition with the same sides, rule and day. */
export const to = (page: Page, reading: Reading = router.route.reading): string => href(page, language(), reading);

/** With a capital first letter; a capital "één" has one accent. */
export const upper = (text: string): string => (/^éé/.test(text) ? `Eé${text.slice(2)}` : text.slice(0, 1).toUpperCase() + text.slice(1));

/** As a sentence: capital first, full stop last. */
export const sentence = (text: string): string => upper(text).replace(/[.?!]?$/, (end) => end || '.');
