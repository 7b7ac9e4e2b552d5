import type { MakeApp } from './app.ts';
import type { Code } from './code.ts';
import { type Problem, pointer } from './problem.ts';

/** Finds names of components that the app does not have, and modules without a group. */
export function referenceProblems(
  app: MakeApp,
  groups: Code<readonly { readonly modules: readonly string[] }[]>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const check = (
    kind: string,
    name: string | undefined,
    known: ReadonlyMap<string, unknown>,
    owner: string,
  ) => {
    if (name !== undefined && !known.has(name))
      problems.push({
        file: 'makecomapp.json',
        path: `/components/${owner}`,
        reason: `names the ${kind} "${name}", which does not exist. Correct the name or add it.`,
      });
  };
  for (const [kind, components] of [
    ['webhook', app.webhooks],
    ['module', app.modules],
    ['rpc', app.rpcs],
  ] as const)
    for (const { id, connection } of components.values())
      check('connection', connection, app.connections, `${kind}/${id}`);
  for (const module of app.modules.values()) {
    check('webhook', module.webhook, app.webhooks, `module/${module.id}`);
    for (const code of [module.staticParams, module.mappableParams, module.interface, module.samples])
      problems.push(...rpcProblems(app, code.json, code.file, ''));
  }
  const grouped = groups.json.flatMap(({ modules }) => modules);
  for (const name of grouped)
    if (!app.modules.has(name))
      problems.push({
        file: groups.file,
        path: '',
        reason: `lists the module "${name}", which does not exist. Remove it.`,
      });
  for (const name of app.modules.keys())
    if (grouped.length > 0 && !grouped.includes(name))
      problems.push({
        file: groups.file,
        path: '',
        reason: `leaves out the module "${name}". Add it to a group.`,
      });
  return problems;
}

function rpcProblems(app: MakeApp, tree: unknown, file: string, path: string): readonly Problem[] {
  if (typeof tree === 'string') {
    const name = /^rpc:\/\/([^?]+)/.exec(tree)?.[1];
    if (name === undefined || app.rpcs.has(name)) return [];
    return [
      { file, path, reason: `calls the RPC "${name}", which does not exist. Correct the name or add it.` },
    ];
  }
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => rpcProblems(app, value, file, pointer(path, key)));
}
