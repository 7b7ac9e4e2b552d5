import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles an entry file with everything but zapier-platform-core, which the platform's wrapper loads itself, into one
 * ES module, and answers the files that went into it. The banner gives bundled CommonJS packages the `require` that an ES module lacks.
 */
export async function bundleApp(entry: string, outfile: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    external: ['zapier-platform-core'],
    banner: {
      js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
    },
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
  });
  return Object.keys(metafile.inputs);
}

if (process.argv[1] === import.meta.filename)
  await bundleApp(join(import.meta.dirname, 'index.ts'), join(import.meta.dirname, 'dist', 'index.js'));
