import type { WebhookDirectives } from './directives.ts';
import { inspectTexts, onlyVariables } from './inspect-text.ts';
import type { Problem } from './problem.ts';

const VARIABLES = ['body', 'query', 'method', 'headers', 'parameters', 'data', 'environment'];

/** Finds in a webhook's communication IML that does not parse or reads what is not documented there. */
export function inspectWebhook(directives: WebhookDirectives, file: string): readonly Problem[] {
  const { iterate, output, ...rest } = directives;
  const item = iterate === undefined ? [] : ['item'];
  const inspect = (tree: unknown, more: readonly string[], path: string) =>
    inspectTexts(tree, 'imljson', onlyVariables([...VARIABLES, ...more]), file, path);
  return [
    ...inspect(rest, [], ''),
    ...inspect(typeof iterate === 'object' ? iterate.container : iterate, [], '/iterate'),
    ...inspect(typeof iterate === 'object' ? iterate.condition : undefined, ['item'], '/iterate/condition'),
    ...inspect(output, item, '/output'),
  ];
}
