import { choose } from '../../language/node/choose.ts';
import { concat } from '../../language/node/concat.ts';
import { exists } from '../../language/node/exists.ts';
import { fallback } from '../../language/node/fallback.ts';
import { literal } from '../../language/node/literal.ts';
import { namedField } from '../../language/node/named-field.ts';
import type { Expression } from '../../language/node/node.ts';
import { pattern } from '../../language/node/pattern.ts';
import { opportunity } from './fact.ts';
import { input } from './input.ts';

const quarter = choose(
  'text',
  [[exists(opportunity('FiscalQuarter')), concat('q', opportunity('FiscalQuarter'))]],
  literal('text', null),
);

/** The room's name before it is cleaned: `deal-Acme-q3-Enterprise`. */
export const channelName: Expression<'text'> = pattern(
  fallback(input('channel_pattern'), 'deal-{account}-{quarter}-{segment}'),
  {
    account: opportunity('Account.Name'),
    name: opportunity('Name'),
    owner: opportunity('Owner.Name'),
    quarter,
    segment: namedField('text', 'segment_field', 'Type'),
  },
);
