import type { Input } from '../definition.ts';

/** Addresses that differ between Salesforce and Slack. */
export const aliases: Input = {
  key: 'aliases',
  label: 'Aliases',
  help: 'People whose address in Slack is another than in Salesforce: From is the one in Salesforce, in small letters, To the one in Slack.',
  type: 'list',
  pairs: true,
  most: 50,
};
