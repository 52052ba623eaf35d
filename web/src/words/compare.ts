// The words of the comparison: only its own page loads them.
import { compare as en } from './en-compare.ts';
import { language } from './index.svelte.ts';
import { compare as nl, type CompareWords } from './nl-compare.ts';

export const comparing = (): CompareWords => (language() === 'en' ? en : nl);
