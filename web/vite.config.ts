import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { notices } from './tools/notices.ts';
import { purgeTokens } from './tools/purge-tokens.ts';
import { worker } from './tools/worker.ts';

// The server sends `script-src 'self'; style-src 'self'; font-src 'self'`: nothing may be inlined.
export default defineConfig({
  plugins: [purgeTokens(), notices(), svelte(), worker()],
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022', cssCodeSplit: false, manifest: 'built.json' },
  server: { proxy: { '/v1': process.env.KL_API ?? 'http://127.0.0.1:8080' } },
});
