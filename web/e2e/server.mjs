// A server to walk through: the one at BASE_URL, or the binary at KL_BIN with an empty store of its own.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS_MAX = 20_000;
const POLL_MS = 100;

const root = (path) => new URL(`../../${path}`, import.meta.url).pathname;
/** A network of which every line is known: eleven partners, seventeen lines. */
const KNOWN = ['--as', 'voorbeeld', '--nodes', root('data/oracles/worked-example/nodes.csv'), '--links', root('data/oracles/worked-example/links.csv')];

/** Gives the address of a running server and how to stop it. `known`: with a network of known lines instead of the shipped coalitions; `own`: never the one at BASE_URL, because
 * something is changed in it; `viewer`: who uses it. */
export async function open({ known = false, own = false, viewer } = {}) {
  if (process.env.BASE_URL && !known && !own && !viewer) return { base: process.env.BASE_URL.replace(/\/$/, ''), close: async () => {} };
  const binary = process.env.KL_BIN ?? root('target/release/kortelijnen');
  const data = mkdtempSync(join(tmpdir(), 'kortelijnen-walk-'));
  const listen = `127.0.0.1:${await freePort()}`;
  // Settings of the one who runs the test are not for this server.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KL_')));
  if (viewer) env.KL_VIEWER = viewer;
  if (known) execFileSync(binary, ['import', ...KNOWN, '--data', data], { env, stdio: 'pipe' });
  const child = spawn(binary, ['serve', '--data', data, '--listen', listen], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const stopped = new Promise((resolve) => child.once('close', resolve));
  child.once('error', (error) => (said += `${binary}: ${error.message}`));
  const close = async () => {
    child.kill('SIGTERM');
    await stopped;
    rmSync(data, { recursive: true, force: true });
  };
  const base = `http://${listen}`;
  const until = Date.now() + START_MS_MAX;
  while (Date.now() < until && child.exitCode === null && child.pid !== undefined) {
    const answer = await fetch(`${base}/v1/coalitions`).catch(() => null);
    if (answer?.ok) return { base, close };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
  throw new Error(`The server did not start. It said:\n${said}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
