// The words of what changed: only its own page loads them.
import { change as en } from './en-change.ts';
import { language } from './index.svelte.ts';
import { change as nl, type ChangeWords } from './nl-change.ts';

export const changing = (): ChangeWords => (language() === 'en' ? en : nl);
