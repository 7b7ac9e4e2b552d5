import { runBacktest } from './run-backtest.ts';

/** `npm run backtest -- --signal deal-room --days 30`: how often a signal would have fired, and what that would have cost. */
process.exitCode = await runBacktest({
  arguments: process.argv.slice(2),
  environment: process.env,
  now: Date.now,
  print: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
});
