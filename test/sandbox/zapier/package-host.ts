import { pathToFileURL } from 'node:url';
import type { PlatformEvent, PlatformHandler } from './app-runtime.ts';

/** What the parent process sends: an event, numbered so that answers find their question. */
interface Question {
  readonly id: number;
  readonly event: PlatformEvent;
}

const { handler } = (await import(pathToFileURL(`${process.argv[2]}/zapierwrapper.js`).href)) as {
  handler: PlatformHandler;
};
const zcacheTestObj = {};
const cursorTestObj = {};

process.on('message', async ({ id, event }: Question) => {
  const log: { message: string; data: unknown }[] = [];
  const customLogger = (message: string, data: unknown) => log.push({ message, data });
  const answer = await handler({ ...event, zcacheTestObj, cursorTestObj, customLogger }).then(
    ({ results }) => ({ results }),
    (error: Error) => ({ error: { name: error.name, message: error.message } }),
  );
  process.send?.({ id, log, ...answer });
});
process.send?.({ ready: true });
