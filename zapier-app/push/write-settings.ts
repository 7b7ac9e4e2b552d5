import { createRequire } from 'node:module';

interface ZapierApi {
  getWritableApp(): Promise<{ readonly id: number }>;
  callAPI(route: string, options: { readonly method: string; readonly body: unknown }): Promise<unknown>;
}

/**
 * What `zapier-platform env:set` does, with the settings taken from the environment in place of arguments: run in the folder
 * of the integration with the version as argument and DEALWIRE_ZAPIER_SETTINGS as JSON.
 */
const api = createRequire(import.meta.url)('zapier-platform-cli/src/utils/api') as ZapierApi;
const [version = ''] = process.argv.slice(2);
try {
  const { id } = await api.getWritableApp();
  await api.callAPI(`/apps/${id}/versions/${version}/multi-environment`, {
    method: 'POST',
    body: JSON.parse(process.env.DEALWIRE_ZAPIER_SETTINGS ?? '{}'),
  });
} catch (error) {
  process.stderr.write(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
