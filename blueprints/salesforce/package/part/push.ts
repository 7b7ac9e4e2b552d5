import { type PushRule, pushRules } from '../../../../shared/receive/push-rule.ts';
import { subscriptionObject } from '../../../../shared/receive/subscription-object.ts';
import { API_VERSION } from '../../../../shared/salesforce/api-version.ts';
import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { toUse } from '../grant.ts';
import { metadata } from '../metadata.ts';
import { objectFiles } from '../object-files.ts';
import { type PermissionSet, permissionSetFile } from '../permission-set.ts';

/** The Apex classes of the part; their sources lie in its folder. */
export const apexClasses = ['DealwirePush', 'DealwirePushTest'] as const;

/**
 * Where Apex may send to: the hosts of Zapier's hooks and of Make's webhooks, zone by zone. A remote site is right for an
 * address that a subscription holds: a named credential has one address, and asks a permission of every user who saves.
 */
const RECEIVERS: Readonly<Record<string, string>> = {
  Zapier: 'https://hooks.zapier.com',
  Make_EU1: 'https://hook.eu1.make.com',
  Make_EU2: 'https://hook.eu2.make.com',
  Make_US1: 'https://hook.us1.make.com',
  Make_US2: 'https://hook.us2.make.com',
};

/** The permission set of whoever subscribes. */
export const pushSet: PermissionSet = {
  name: 'Dealwire_Push',
  label: 'Dealwire Push',
  description:
    'Lets Zapier and Make subscribe to changes and unsubscribe. People who change records need no right for it.',
  grants: toUse(subscriptionObject, ['read', 'create', 'edit', 'delete']),
};

/** Sends the ids of changed records to whoever subscribed: the object of subscriptions, the triggers, the hosts allowed. */
export function push({ objects }: Choices): Files {
  const version = Number(API_VERSION);
  return new Map([
    ...objectFiles('push', subscriptionObject),
    ...apexClasses.map(
      (name) =>
        [
          `push/classes/${name}.cls-meta.xml`,
          metadata('ApexClass', { apiVersion: version, status: 'Active' }),
        ] as const,
    ),
    ...pushRules
      .filter(({ object }) => objects.includes(object))
      .flatMap((rule) => [
        [`push/triggers/Dealwire${rule.object}.trigger`, trigger(rule)] as const,
        [
          `push/triggers/Dealwire${rule.object}.trigger-meta.xml`,
          metadata('ApexTrigger', { apiVersion: version, status: 'Active' }),
        ] as const,
      ]),
    ...Object.entries(RECEIVERS).map(
      ([name, url]) =>
        [
          `push/remoteSiteSettings/Dealwire_${name}.remoteSite-meta.xml`,
          metadata('RemoteSiteSetting', {
            description:
              'Where Dealwire sends the ids of changed records. Delete it if nobody uses this host.',
            disableProtocolSecurity: false,
            isActive: true,
            url,
          }),
        ] as const,
    ),
    permissionSetFile('push', pushSet),
  ]);
}

/**
 * The source of a trigger: one statement, so that a test covers it. It also starts before an insert, where it does nothing:
 * that is before the rules of the org can refuse the record of the test.
 */
function trigger({ object, fields }: PushRule): string {
  const events = ['before insert', 'after insert', ...(fields.length > 0 ? ['after update'] : [])];
  const tokens = fields.map((field) => `${object}.${field}`).join(', ');
  const changes = fields.length > 0 ? `, and of changes of ${fields.join(', ')}` : '';
  return `/** Tells the subscriptions of new records${changes}. */
trigger Dealwire${object} on ${object} (${events.join(', ')}) {
    DealwirePush.tell(
        Trigger.new,
        Trigger.oldMap,
        new List<Schema.SObjectField>{${tokens === '' ? '' : ` ${tokens} `}}
    );
}
`;
}
