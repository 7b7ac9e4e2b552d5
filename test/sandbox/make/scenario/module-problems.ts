import { type Problem, refusalProblem } from '../load/problem.ts';
import type { RefusalId } from '../refusals.ts';
import { appModuleName, type BlueprintModule, FLOW_MODULES, isAggregator, isDirective } from './blueprint.ts';
import { CUSTOM_WEBHOOK, FIRST_ONLY, STOCK_MODULES } from './stock/stock-modules.ts';

/** Where a module stands. */
export interface ModulePlace {
  readonly file: string;
  readonly path: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly before: BlueprintModule | undefined;
  readonly failed?: number;
  readonly standIns: readonly string[];
}

const ID_PARAMETERS = ['__IMTCONN__', '__IMTHOOK__', 'account', 'hook', 'datastore', 'makeConnectionId'];
const AGGREGATOR_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  [FLOW_MODULES.aggregator]: ['feeder', 'target'],
  [FLOW_MODULES.textAggregator]: ['feeder', 'rowSeparator'],
};

/** Everything wrong with one module by itself and where it stands. */
export function moduleProblems(module: BlueprintModule, place: ModulePlace): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (met: boolean, path: string, reason: string) =>
    met && problems.push({ file: place.file, path: `${place.path}${path}`, reason });
  const refused = (met: boolean, id: RefusalId, path: string) =>
    met && problems.push(refusalProblem(id, place.file, `${place.path}${path}`));
  const isRouter = module.module === FLOW_MODULES.router;
  const isIfElse = module.module === FLOW_MODULES.ifElse;
  const isMerge = module.module === FLOW_MODULES.merge;
  for (const name of ID_PARAMETERS)
    say(
      module.parameters?.[name] !== undefined,
      `/parameters/${name}`,
      'is an id of one account. Remove it; it is chosen after the import.',
    );
  say(isRouter !== (module.routes !== undefined), '/routes', 'belong to a router, and only to one.');
  say(isRouter && !place.last, '', 'Nothing can follow a router. Move what follows into its routes.');
  say(isIfElse !== (module.branches !== undefined), '/branches', 'belong to an If-Else, and only to one.');
  refused(isMerge && place.before?.module !== FLOW_MODULES.ifElse, 'merge-place', '');
  refused(
    (module.outputs ?? []).length > 0 || (module.filters ?? []).some((filter) => filter !== null),
    'merge-outputs',
    '',
  );
  say(
    place.before?.module === FLOW_MODULES.ifElse && !isMerge,
    '',
    'Nothing but a merge can follow an If-Else. Move it into a branch or add a merge.',
  );
  say(
    isRouter && module.onerror !== undefined,
    '/onerror',
    'A router has no error handler. Put it on a module.',
  );
  say(
    isDirective(module) && place.failed === undefined,
    '',
    'ends error handlers only. Move it into onerror.',
  );
  say(FIRST_ONLY.includes(module.module) && !place.first, '', 'can only stand first.');
  refused(isAggregator(module) && place.before === undefined, 'aggregator-place', '');
  problems.push(...fieldProblems(module, place));
  return problems;
}

function fieldProblems(module: BlueprintModule, place: ModulePlace): readonly Problem[] {
  if (appModuleName(module.module) !== undefined || place.standIns.includes(module.module)) return [];
  const { file, path } = place;
  const steering = (Object.values(FLOW_MODULES) as readonly string[]).includes(module.module);
  if (steering || isDirective(module) || module.module === CUSTOM_WEBHOOK) {
    const version = versionProblem(module, 1, file, path);
    const known = AGGREGATOR_PARAMETERS[module.module];
    const unknown =
      known === undefined ? [] : Object.keys(module.parameters ?? {}).filter((key) => !known.includes(key));
    return [
      ...version,
      ...unknown.map((key) => refusalProblem('stock-field', file, `${path}/parameters/${key}`)),
    ];
  }
  const stock = Object.hasOwn(STOCK_MODULES, module.module) ? STOCK_MODULES[module.module] : undefined;
  if (stock === undefined) return [refusalProblem('stock-module', file, `${path}/module`)];
  const outside = (names: readonly string[], values: object | null | undefined, key: string) =>
    Object.keys(values ?? {})
      .filter((name) => !names.includes(name) && !ID_PARAMETERS.includes(name))
      .map((name) => refusalProblem('stock-field', file, `${path}/${key}/${name}`));
  return [
    ...versionProblem(module, stock.version, file, path),
    ...outside(stock.parameters, module.parameters, 'parameters'),
    ...outside(stock.fields, module.mapper, 'mapper'),
  ];
}

function versionProblem(
  { module, version }: BlueprintModule,
  known: number,
  file: string,
  path: string,
): readonly Problem[] {
  if (version === known) return [];
  return [
    {
      file,
      path: `${path}/version`,
      reason: `The shape of ${module} is confirmed for version ${known}, not ${version}.`,
    },
  ];
}
