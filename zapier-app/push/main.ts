import { join } from 'node:path';
import { packageApp } from '../package-app.ts';
import { runPush } from './run-push.ts';
import { zapierCli } from './zapier-cli.ts';

const folder = join(import.meta.dirname, '..');

process.exitCode = await runPush({
  arguments: process.argv.slice(2),
  cli: zapierCli(folder, process.env),
  folder,
  environment: process.env,
  terminal: { input: process.stdin, output: process.stderr },
  build: packageApp,
  print: (text) => void process.stdout.write(text),
});
