import { parseTemplate } from '../../iml/iml.ts';
import { pathsOf, type ReadPath } from '../load/paths-of.ts';
import { type Problem, pointer, refusalProblem } from '../load/problem.ts';
import { validate } from '../schema/validators.ts';
import {
  allModules,
  type Blueprint,
  type BlueprintModule,
  DIRECTIVES,
  isAggregator,
  isDirective,
} from './blueprint.ts';
import { moduleProblems } from './module-problems.ts';
import { hidesOutput } from './stock/slack-modules.ts';
import { FIRST_ONLY } from './stock/stock-modules.ts';

/** A place in a flow: what stands before it decides what its mapper can read. */
interface Place {
  readonly file: string;
  readonly path: string;
  readonly standIns: readonly string[];
  /** Modules whose bundles are there; of a failed one only its error. */
  readonly visible: ReadonlySet<string>;
  /** Modules whose output nothing may read. */
  readonly hidden: ReadonlySet<string>;
  readonly failed?: number;
}

/** Everything wrong with a blueprint: its shape first, then its modules and what they read. */
export function blueprintProblems(
  json: unknown,
  file: string,
  standIns: readonly string[],
): readonly Problem[] {
  const shape = validate('blueprint.schema.json', json).map((finding) => ({ file, ...finding }));
  if (shape.length > 0) return shape;
  const { flow } = json as Blueprint;
  const ids = allModules(flow).map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return [
    ...(twice === undefined
      ? []
      : [{ file, path: '/flow', reason: `has the module id ${twice} twice. Number the modules anew.` }]),
    ...firstProblems(flow[0], file),
    ...flowProblems(flow, { file, path: '/flow', standIns, visible: new Set(), hidden: hiddenIn(flow) }),
  ];
}

function firstProblems(first: BlueprintModule | undefined, file: string): readonly Problem[] {
  if (first === undefined) return [];
  return [
    ...(first.filter
      ? [
          {
            file,
            path: '/flow/0/filter',
            reason: 'A filter cannot stand on the first module. Move it to the next.',
          },
        ]
      : []),
    ...(first.onerror === undefined || isStored(first)
      ? []
      : [refusalProblem('first-module-handler', file, '/flow/0/onerror')]),
  ];
}

/** Whether a first module may have its handler: a Break, on a module that is no trigger of Make's own. */
function isStored({ module, onerror = [] }: BlueprintModule): boolean {
  return !FIRST_ONLY.includes(module) && onerror.at(-1)?.module === DIRECTIVES.break;
}

function flowProblems(flow: readonly BlueprintModule[], place: Place): readonly Problem[] {
  const problems: Problem[] = [];
  let visible = place.visible;
  for (const [index, module] of flow.entries()) {
    const before = flow[index - 1];
    const here: Place = { ...place, path: pointer(place.path, index), visible };
    problems.push(
      ...moduleProblems(module, {
        ...here,
        first: here.path === '/flow/0',
        before,
        last: index === flow.length - 1,
      }),
      ...readProblems(module, here),
      ...nestedProblems(module, here),
    );
    visible = new Set([
      ...(isAggregator(module) ? beforeFeeder(flow, module, place.visible) : visible),
      `${module.id}`,
    ]);
  }
  return problems;
}

/** After an aggregator only what stood before its source can be read. */
function beforeFeeder(
  flow: readonly BlueprintModule[],
  aggregator: BlueprintModule,
  outside: ReadonlySet<string>,
): readonly string[] {
  const at = flow.findIndex(({ id }) => id === aggregator.parameters?.feeder);
  return [...outside, ...flow.slice(0, Math.max(at, 0)).map(({ id }) => `${id}`)];
}

function nestedProblems(module: BlueprintModule, place: Place): readonly Problem[] {
  const inside = (flow: readonly BlueprintModule[], path: string) =>
    flowProblems(flow, { ...place, path: `${place.path}${path}` });
  const handler = module.onerror ?? [];
  const handlerPlace: Place = {
    ...place,
    path: `${place.path}/onerror`,
    visible: new Set([...place.visible, `${module.id}`]),
    failed: module.id,
  };
  return [
    ...(module.routes ?? []).flatMap(({ flow }, index) => inside(flow, `/routes/${index}/flow`)),
    ...(module.branches ?? []).flatMap(({ flow }, index) => inside(flow, `/branches/${index}/flow`)),
    ...flowProblems(handler, handlerPlace),
    ...(handler.length > 0 && !handlerEndsWell(handler)
      ? [refusalProblem('handler-end', place.file, handlerPlace.path)]
      : []),
  ];
}

function handlerEndsWell(handler: readonly BlueprintModule[]): boolean {
  return handler.every(
    (module, index) => module.onerror === undefined && isDirective(module) === (index === handler.length - 1),
  );
}

/** IML that does not parse, and references to modules whose bundle is not there. */
function readProblems(module: BlueprintModule, place: Place): readonly Problem[] {
  const parts = {
    mapper: module.module === 'datastore:SearchRecord' ? {} : module.mapper,
    filter: module.filter,
    branches: module.branches?.map(({ conditions }) => conditions),
  };
  const inMapper = isAggregator(module) ? parts : { ...parts, parameters: undefined };
  return textsIn(inMapper, place.path).flatMap(([text, path]) => {
    try {
      return [
        ...placeholdersIn(text).map((name) => ({
          file: place.file,
          path,
          reason: `reads "${name}", which is no module. Fill in the placeholder, or map a field such as {{1.id}}.`,
        })),
        ...pathsOf(text, 'mapper').flatMap((read) => pathProblems(read, place, path)),
      ];
    } catch (error) {
      return [{ file: place.file, path, reason: (error as Error).message }];
    }
  });
}

function pathProblems({ root, steps }: ReadPath, place: Place, path: string): readonly Problem[] {
  if (!/^\d+$/.test(root)) return [];
  if (!place.visible.has(root))
    return [
      {
        file: place.file,
        path,
        reason: `reads module ${root}, which is not before it. Map another one.`,
      },
    ];
  const [field, part] = steps;
  const ofError =
    root === `${place.failed}` && field !== undefined && 'name' in field && field.name === 'error';
  if (!ofError && place.hidden.has(root)) return [refusalProblem('slack-output', place.file, path)];
  const message = part !== undefined && 'name' in part && part.name === 'message';
  return ofError && !message ? [refusalProblem('error-field', place.file, path)] : [];
}

/** Names that stand alone between braces and are no module's: left over from a template. */
function placeholdersIn(text: string): readonly string[] {
  return parseTemplate(text, 'mapper').parts.flatMap((part) =>
    typeof part !== 'string' && part.kind === 'path' && !/^\d+$/.test(part.root) ? [part.root] : [],
  );
}

function hiddenIn(flow: readonly BlueprintModule[]): ReadonlySet<string> {
  return new Set(
    allModules(flow)
      .filter(({ module }) => hidesOutput(module))
      .map(({ id }) => `${id}`),
  );
}

function textsIn(tree: unknown, path: string): readonly (readonly [text: string, path: string])[] {
  if (typeof tree === 'string') return [[tree, path]];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => textsIn(value, pointer(path, key)));
}
