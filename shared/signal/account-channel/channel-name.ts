import { type Expression, fallback, namedField, pattern } from '../../language/index.ts';
import { account } from './filter.ts';
import { input } from './input.ts';

/** The channel's name before it is cleaned: `acct-Acme Corp`. */
export const channelName: Expression<'text'> = pattern(fallback(input('channel_pattern'), 'acct-{account}'), {
  account: account('Name'),
  owner: account('Owner.Name'),
  segment: namedField('text', 'segment_field', 'Type'),
});
