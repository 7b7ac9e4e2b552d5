import { join } from 'node:path';
import { runSetup } from './run-setup.ts';
import { salesforceCli } from './salesforce-cli.ts';

const source = join(import.meta.dirname, '..');

process.exitCode = await runSetup({
  arguments: process.argv.slice(2),
  cli: salesforceCli(process.env),
  source,
  target: join(source, '..', '..', 'dist', 'salesforce'),
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
