import { loginHosts } from '../../shared/salesforce/login-host.ts';
import type { Json } from '../../shared/target/iml/tree.ts';

/** What the connection asks its user for. */
export const params: readonly Json[] = [
  {
    name: 'loginHost',
    label: 'Salesforce Login',
    type: 'select',
    required: true,
    default: 'login.salesforce.com',
    options: Object.entries(loginHosts).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'myDomain',
    label: 'My Domain',
    help: 'Only if your org signs in at its own domain (Setup > My Domain > Current My Domain URL), such as `acme.my.salesforce.com`. It wins over the choice above.',
    type: 'text',
    required: false,
    validate: {
      pattern: '^\\s*(https:\\/\\/)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.my\\.salesforce\\.com\\/?\\s*$',
    },
  },
  {
    name: 'slackBotToken',
    label: 'Slack Bot Token',
    help: 'The Bot User OAuth Token of the Slack app, under OAuth & Permissions. Starts with `xoxb-`. Leave token rotation off. A new token must belong to the same workspace; for another one make a new connection.',
    type: 'password',
    required: true,
    editable: true,
    validate: { pattern: '^xoxb-[A-Za-z0-9-]+$' },
  },
  {
    name: 'clientId',
    label: 'Consumer Key',
    help: 'Only if you use an External Client App of your own (External Client App Manager > Settings > OAuth Settings).',
    type: 'text',
    required: false,
    advanced: true,
  },
  {
    name: 'clientSecret',
    label: 'Consumer Secret',
    help: 'Of the same External Client App.',
    type: 'password',
    required: false,
    advanced: true,
    editable: true,
  },
];
