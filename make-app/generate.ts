import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { appFiles } from './app.ts';

/** Writes the custom app into an emptied folder. */
export async function generate(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of appFiles()) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

if (process.argv[1] === import.meta.filename) await generate(join(import.meta.dirname, 'app'));
