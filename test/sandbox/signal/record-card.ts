import { CHANNELS, PEOPLE } from '../slack/sample-workspace.ts';
import type { Demo } from './demo.ts';

/** Somebody asks for an account, then for everything of a name. */
export const recordCard: Demo = {
  signal: 'record-card',
  chosen: {},
  phases: [
    {
      says: 'Somebody asks for an account.',
      change: () => undefined,
      asks: {
        user: PEOPLE.kim.id,
        channel: CHANNELS.general,
        text: 'acct Acme',
        keyword: '!deal',
        by: { command: '/deal' },
      },
    },
    {
      says: 'Somebody asks for everything of a name.',
      change: () => undefined,
      asks: {
        user: PEOPLE.kim.id,
        channel: CHANNELS.general,
        text: 'Acme',
        keyword: '!deal',
        by: { command: '/deal' },
      },
    },
  ],
};
