import { API_VERSION } from '../../../shared/salesforce/api-version.ts';
import type { Choices } from './choices.ts';
import { type Files, joined } from './files.ts';
import { clientApp } from './part/client-app.ts';
import { core } from './part/core.ts';
import { flowPush } from './part/flow-push.ts';
import { push } from './part/push.ts';
import { replay } from './part/replay.ts';
import { writeBack } from './part/write-back.ts';

/** The parts of the package, each a folder that can be deployed; only core is needed. */
export const parts = {
  core,
  replay,
  'write-back': writeBack,
  push,
  'flow-push': flowPush,
  'client-app': clientApp,
} as const satisfies Readonly<Record<string, (choices: Choices) => Files>>;

/** A part of the package. */
export type Part = keyof typeof parts;

/** The names of the parts, core first. */
export const partNames = Object.keys(parts) as readonly Part[];

/** The generated files of some parts, and the project that makes them deployable by the Salesforce CLI. */
export function packageFiles(choices: Choices, wanted: readonly Part[] = partNames): Files {
  const folders = wanted.map((part) => ({ path: part, ...(part === wanted[0] && { default: true }) }));
  const project = { packageDirectories: folders, namespace: '', sourceApiVersion: API_VERSION };
  return joined(
    new Map([['sfdx-project.json', `${JSON.stringify(project, null, 2)}\n`]]),
    ...wanted.map((part) => parts[part](choices)),
  );
}
