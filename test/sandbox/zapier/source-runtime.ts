import { createRequire } from 'node:module';
import type { AppDefinition, AppRuntime, LogLine, PlatformHandler } from './app-runtime.ts';

/**
 * Loads an App object into core's own handler, in this process. `environment` is what an admin would set with
 * `zapier-platform env:set`; it reaches `process.env` at each call, as it does on the platform.
 */
export async function sourceRuntime(
  app: object,
  environment: Readonly<Record<string, string>> = {},
): Promise<AppRuntime> {
  const handler = await handlerOf(app);
  const log: LogLine[] = [];
  const common = {
    environment,
    zcacheTestObj: {},
    cursorTestObj: {},
    customLogger: (message: string, data: unknown) => log.push({ message, data }),
  };
  const definition = (await handler({ command: 'definition', ...common })).results as AppDefinition;
  return {
    definition,
    log,
    execute: async (method, bundle) =>
      (await handler({ command: 'execute', method, bundle: structuredClone(bundle), ...common })).results,
    close: async () => {},
  };
}

async function handlerOf(app: object): Promise<PlatformHandler> {
  const { default: zapier } = await import('zapier-platform-core');
  settleCore();
  return (zapier as unknown as { createAppHandler(app: object): PlatformHandler }).createAppHandler(app);
}

/**
 * Lets core check results strictly and print nothing, which it does where it believes to be tested, and keeps it from
 * ending a process that has grown: right for a function of Zapier's, wrong for this one.
 */
function settleCore(): void {
  const constants = createRequire(import.meta.url)('zapier-platform-core/src/constants');
  constants.IS_TESTING = true;
  constants.KILL_MIN_LIMIT = Number.POSITIVE_INFINITY;
}
