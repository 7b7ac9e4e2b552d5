import { copyFile, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { appFiles } from '../make-app/app.ts';
import { blueprintFiles, slackFiles } from './generate.ts';
import type { Placeholders } from './options.ts';
import { defaultChoices } from './salesforce/package/choices.ts';
import { packageFiles } from './salesforce/package/package.ts';
import { writeFiles } from './write-files.ts';

/** What somebody uploads or imports, by the folder it is in, and what is done with it. */
export const PARTS = {
  zapier: 'the Zapier integration, `build.zip`; `npm run push:zapier` uploads it',
  make: 'the Make custom app; `npm run push:make` uploads it, or Make’s editor extension',
  blueprints: 'the Zaps and scenarios to import, one folder for each signal',
  salesforce: 'the Salesforce package; `npm run setup:salesforce` deploys it, or the Salesforce CLI',
  slack: '`manifest.json`, from which Slack makes the app',
} as const;

/** Gathers everything that somebody uploads or imports in a folder, in the place of what was there. */
export async function gather(
  folder: string,
  { names, urls }: Pick<Placeholders, 'names' | 'urls'>,
  packageZapier: () => Promise<string>,
): Promise<void> {
  const zip = await packageZapier();
  for (const part of Object.keys(PARTS)) await rm(join(folder, part), { recursive: true, force: true });
  await mkdir(join(folder, 'zapier'), { recursive: true });
  await copyFile(zip, join(folder, 'zapier', 'build.zip'));
  await writeFiles(join(folder, 'make'), appFiles());
  await writeFiles(join(folder, 'blueprints'), blueprintFiles(names));
  await writeFiles(join(folder, 'salesforce'), packageFiles(defaultChoices));
  await writeFiles(folder, slackFiles(urls));
}
