import { type Expression, fallback, itemAt, lower, parametersOf, pluck, trim } from '../language/index.ts';

const input = parametersOf({ aliases: 'list' });

/** The address under which Slack knows somebody: the one that the input "Aliases" gives for it, else the address itself. */
export function slackEmail(email: Expression<'text'>): Expression<'text'> {
  const plain = lower(trim(email));
  return fallback(
    itemAt('text', pluck(input('aliases'), 'to', { field: 'from', values: [plain] }), 0),
    plain,
  );
}
