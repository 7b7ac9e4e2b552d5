import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How many files and lines each target of the language takes. */
export async function codeSize(): Promise<
  readonly { readonly target: string; readonly files: number; readonly lines: number }[]
> {
  const folder = fileURLToPath(new URL('../../../shared/target/', import.meta.url));
  const targets = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    targets.map(async ({ name }) => {
      const entries = await readdir(join(folder, name), { withFileTypes: true, recursive: true });
      const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
      const texts = await Promise.all(
        files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
      );
      return {
        target: name,
        files: files.length,
        lines: texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0),
      };
    }),
  );
}
