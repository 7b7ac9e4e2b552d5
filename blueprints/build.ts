import { join } from 'node:path';
import { packageApp } from '../zapier-app/package-app.ts';
import { gather, PARTS } from './gather.ts';
import { readOptions } from './options.ts';
import { tellingPlainly } from './tell.ts';

const PROJECT = join(import.meta.dirname, '..');

/** `npm run build`: gathers everything that somebody uploads or imports in `dist`; takes the options of `npm run blueprints`. */
await tellingPlainly(async () => {
  const { warnings, ...placeholders } = readOptions(process.argv.slice(2));
  const folder = join(PROJECT, 'dist');
  await gather(folder, placeholders, () => packageApp(join(PROJECT, 'zapier-app')));
  for (const warning of warnings) console.warn(warning);
  for (const [part, use] of Object.entries(PARTS)) console.log(`dist/${part}: ${use}`);
  const { zapierApp, makeApp } = placeholders.names;
  if (zapierApp === undefined || makeApp === undefined)
    console.log(
      'Some names of the apps are placeholders still. Give them once the apps are uploaded: npm run build -- --zapier-app App123CLIAPI --make-app dealwire-ab12cd',
    );
});
