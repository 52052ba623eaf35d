// Lets Node run our TypeScript in tests: takes the types off, nothing else. Node 20 cannot do so by itself.
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) register(import.meta.url);

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { default: ts } = await import('typescript');
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
  const { outputText: source } = ts.transpileModule(await readFile(fileURLToPath(url), 'utf8'), { compilerOptions: options });
  return { format: 'module', source, shortCircuit: true };
}
