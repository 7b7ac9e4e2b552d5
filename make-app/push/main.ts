import { join } from 'node:path';
import { runPush } from './run-push.ts';

const folder = join(import.meta.dirname, '..');

process.exitCode = await runPush({
  arguments: process.argv.slice(2),
  environment: process.env,
  folder: join(folder, 'app'),
  memoryFile: join(folder, '.push.json'),
  terminal: { input: process.stdin, output: process.stderr },
  print: (text) => void process.stdout.write(text),
  retryDelay: 1000,
});
