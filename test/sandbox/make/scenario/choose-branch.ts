import type { ImlEnvironment } from '../../iml/iml.ts';
import { passesMakeFilter } from '../../make-filter/make-filter.ts';
import { refuse } from '../refuse.ts';
import type { BlueprintModule, Branch } from './blueprint.ts';

/** The first branch of an If-Else whose conditions hold, else the one marked so. */
export function chooseBranch(module: BlueprintModule, environment: ImlEnvironment): Branch {
  const branch = (module.branches ?? []).find(
    ({ type, conditions }) =>
      type === 'else' || (conditions !== undefined && passesMakeFilter({ conditions }, environment)),
  );
  return branch ?? refuse('no-branch', `module ${module.id}`);
}
