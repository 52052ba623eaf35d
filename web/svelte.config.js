import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// On a phone table rows are drawn as blocks; the written-out roles keep them a table for screen readers.
const warningFilter = (warning) => warning.code !== 'a11y_no_redundant_roles';

export default { preprocess: vitePreprocess(), compilerOptions: { runes: true, warningFilter } };
