import { parseArgs } from 'node:util';
import { shorten } from './abbreviate.ts';
import { codeSize } from './code-size.ts';
import { explain } from './explain.ts';
import { allSignals } from './signals.ts';

/** `npm run explain -- SIGNAL` explains one signal, or all; `--full` cuts no line. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { full: { type: 'boolean', default: false } },
});
const [wanted] = positionals;
const signals = await allSignals();
const chosen = signals.filter(({ name }) => wanted === undefined || name === wanted);

if (chosen.length === 0) {
  process.stderr.write(
    `There is no signal ${wanted}. Choose one of: ${signals.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exitCode = 1;
} else {
  for (const signal of chosen)
    process.stdout.write(`${values.full ? explain(signal) : shorten(explain(signal))}\n`);
  process.stdout.write('Code size of each target\n');
  for (const { target, files, lines } of await codeSize())
    process.stdout.write(`    ${target.padEnd(12)} ${String(lines).padStart(5)} lines in ${files} files\n`);
}
