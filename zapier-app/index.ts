import zapier, { defineApp } from 'zapier-platform-core';
import { hasMissed } from '../shared/operation/missed.ts';
import { actions, searches, triggers } from '../shared/operation/operations.ts';
import { hasPush } from '../shared/operation/pushed.ts';
import { hasReplay } from '../shared/operation/replayed.ts';
import { isTold } from '../shared/operation/undelivered.ts';
import { authentication } from './authentication.ts';
import dropdowns from './dropdowns.ts';
import packageJson from './package.json' with { type: 'json' };
import { toCreate } from './to-create.ts';
import { toHookTrigger } from './to-hook-trigger.ts';
import { toReplayTrigger } from './to-replay-trigger.ts';
import { toMissedSearch, toSearch } from './to-search.ts';
import { toTrigger, toUndeliveredTrigger } from './to-trigger.ts';

export default defineApp({
  version: packageJson.version,
  platformVersion: zapier.version,
  authentication,
  flags: { cleanInputData: true },
  triggers: {
    ...byKey(triggers.map(toTrigger)),
    ...byKey(triggers.filter(hasPush).map(toHookTrigger)),
    ...byKey(triggers.filter(isTold).map(toUndeliveredTrigger)),
    ...byKey(triggers.filter(hasReplay).map(toReplayTrigger)),
    ...dropdowns,
  },
  creates: byKey(actions.map((action) => toCreate(action))),
  searches: byKey([...searches.map(toSearch), ...triggers.filter(hasMissed).map(toMissedSearch)]),
});

function byKey<T extends { readonly key: string }>(operations: readonly T[]): Record<string, T> {
  return Object.fromEntries(operations.map((operation) => [operation.key, operation]));
}
