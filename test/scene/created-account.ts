import { KIM } from '../sandbox/salesforce/sample-org/user.ts';
import { accountChannel } from './account-channel.ts';
import type { Scene } from './scene.ts';

/** The id that the stand-in gives the first account it creates. */
export const NEW_ACCOUNT = '001Dw0000001001IAA';

/** An account is created. */
export const createdAccount: Scene = {
  ...accountChannel,
  happens: ({ salesforce }) => void salesforce.insert('Account', { Name: 'Hooli', OwnerId: KIM }),
  inputs: { record_id: NEW_ACCOUNT },
};
