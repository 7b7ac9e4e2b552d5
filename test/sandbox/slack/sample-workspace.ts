import manifest from '../../../blueprints/slack/manifest.json' with { type: 'json' };
import type { SlackSeed } from './seed.ts';

/** The people of the sample workspace by role; their addresses are those of the sample org's users. */
export const PEOPLE = {
  kim: { id: 'U00KIMRO01', email: 'kim@acme.example', realName: 'Kim Ro', title: 'Account Executive' },
  sam: { id: 'U00SAMODE1', email: 'sam@acme.example', realName: 'Sam Ode', title: 'Solutions Engineer' },
  ana: {
    id: 'U00ANALEE1',
    email: 'ana@acme.example',
    realName: 'Ana Lee',
    title: 'Customer Success Manager',
  },
  vera: { id: 'U00VERAPO1', email: 'vera@acme.example', realName: 'Vera Poe', title: 'VP Sales' },
  omar: { id: 'U00OMARIK1', email: 'omar@acme.example', realName: 'Omar Iki', title: 'Support Engineer' },
  pia: { id: 'U00PIALUN1', email: 'pia@acme.example', realName: 'Pia Lund', title: 'Support Engineer' },
  lea: { id: 'U00LEABRO1', email: 'lea@acme.example', realName: 'Lea Brook', title: 'Support Lead' },
  ops: { id: 'U00OPSADM1', email: 'ops@acme.example', realName: 'Olu Dane', title: 'Sales Operations' },
} as const;

/** Somebody who has left the company. */
export const DEACTIVATED = { id: 'U00OLDHAN1', email: 'old@acme.example', realName: 'Old Hand' } as const;

/** A single-channel guest, already in the one channel a guest may be in. */
export const GUEST = { id: 'U00GUESTX1', email: 'guest@partner.example', realName: 'Gus Partner' } as const;

/** The sample workspace's channels by what they are for. */
export const CHANNELS = {
  general: 'C00GENERAL',
  escalations: 'C00ESCALAT',
  forecast: 'C00FORECAS',
  wins: 'C00SALESWI',
  random: 'C00RANDOM1',
  partners: 'C00PARTNER',
  oldDeals: 'C00OLDDEAL',
  leadership: 'C00LEADERS',
} as const;

/** The user group of the engineers on call, `@support-oncall`. */
export const ON_CALL_GROUP = 'S00SUPPORT';

/** The id of the installed app's bot user. */
const BOT_USER = 'U00DEALWIR';

/** What looking for a message that was posted but not noted needs. */
export const HISTORY_SCOPES = ['channels:history', 'groups:history', 'im:history'] as const;

/** What the app's manifest asks for, history apart. */
export const DELIVERY_SCOPES: readonly string[] = manifest.oauth_config.scopes.bot.filter(
  (scope) => !HISTORY_SCOPES.some((history) => history === scope),
);

const everybody = Object.values(PEOPLE).map(({ id }) => id);

/** A fictional workspace that fits the sample org; `nora@acme.example` is not in it. */
export const SAMPLE_WORKSPACE: SlackSeed = {
  team: { id: 'T00ACME001', name: 'Acme', domain: 'acme' },
  app: {
    appId: 'A00DEALWIR',
    botId: 'B00DEALWIR',
    botUserId: BOT_USER,
    name: 'dealwire',
    signingSecret: 'sample-signing-secret',
  },
  users: [
    ...Object.values(PEOPLE).map((user) => ({ ...user, isAdmin: user.id === PEOPLE.ops.id })),
    { ...DEACTIVATED, deactivated: true },
    { ...GUEST, guest: 'single' as const },
  ],
  channels: [
    { id: CHANNELS.general, name: 'general', members: [...everybody, BOT_USER] },
    { id: CHANNELS.escalations, name: 'support-escalations', members: [...everybody, BOT_USER] },
    { id: CHANNELS.forecast, name: 'forecast-review', members: [PEOPLE.vera.id, PEOPLE.kim.id, BOT_USER] },
    { id: CHANNELS.wins, name: 'sales-wins', members: [...everybody, BOT_USER] },
    { id: CHANNELS.random, name: 'random', members: everybody },
    { id: CHANNELS.partners, name: 'partners', members: [PEOPLE.kim.id, GUEST.id] },
    { id: CHANNELS.oldDeals, name: 'deal-archive', members: [PEOPLE.kim.id], archived: true },
    { id: CHANNELS.leadership, name: 'leadership', members: [PEOPLE.vera.id], isPrivate: true },
  ].map((channel) => ({ creator: PEOPLE.ops.id, ...channel })),
  groups: [
    {
      id: ON_CALL_GROUP,
      handle: 'support-oncall',
      name: 'Support on call',
      users: [PEOPLE.omar.id, PEOPLE.pia.id],
    },
    { id: 'S00OLDTEAM', handle: 'old-team', name: 'Old team', users: [DEACTIVATED.id], disabled: true },
  ],
};
