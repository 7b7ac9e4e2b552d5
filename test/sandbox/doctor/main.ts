import { runCommand } from './run-command.ts';

process.exitCode = await runCommand({
  arguments: process.argv.slice(2),
  environment: process.env,
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});
