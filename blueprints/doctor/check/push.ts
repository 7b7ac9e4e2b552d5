import { MissingObjectError } from '../../../shared/error.ts';
import { subscriptionObject } from '../../../shared/receive/subscription-object.ts';
import type { DoctorCheck } from '../check.ts';
import { describe } from '../path.ts';

const { fix } = new MissingObjectError(subscriptionObject.name);

/** Whether the part of the package that tells of changes at once is there. */
export const push: DoctorCheck = {
  name: 'push',
  question: 'Is the part push of the package there, and may the integration user subscribe?',
  leftOut: ({ ways }) => (ways.includes('push') ? undefined : 'only push needs it: --ways push'),
  asks: () => ({ subscriptions: describe(subscriptionObject.name) }),
  judge: ({ subscriptions }) => {
    if (subscriptions?.problem !== undefined)
      return [{ weight: 'problem', says: subscriptions.problem.message, fix }];
    const { createable, deletable } = subscriptions?.body as Readonly<Record<string, unknown>>;
    if (createable === true && deletable === true) return [];
    return [{ weight: 'problem', says: 'The integration user may not subscribe.', fix }];
  },
};
