import { readdir } from 'node:fs/promises';
import type { Signal } from '../../../shared/signal/signal.ts';

const FOLDER = new URL('../../../shared/signal/', import.meta.url);

/** Every signal there is: each folder of `shared/signal` that holds a file of its own name. */
export async function allSignals(): Promise<readonly Signal[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true, recursive: true });
  const files = entries.filter(
    (entry) => entry.isFile() && entry.name === `${entry.parentPath.split('/').at(-1)}.ts`,
  );
  const modules: object[] = [];
  // One after the other: they share modules, which Jest cannot link for several imports at once.
  for (const { name } of files)
    modules.push(await import(new URL(`${name.slice(0, -3)}/${name}`, FOLDER).href));
  return modules
    .flatMap((module) => Object.values(module).filter(isSignal))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSignal(value: unknown): value is Signal {
  return (
    typeof value === 'object' && value !== null && 'filter' in value && 'card' in value && 'stamp' in value
  );
}
