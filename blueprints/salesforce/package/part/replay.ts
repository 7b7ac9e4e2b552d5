import type { Choices } from '../choices.ts';
import type { Files } from '../files.ts';
import { toViewAll } from '../grant.ts';
import { metadata } from '../metadata.ts';
import { type PermissionSet, permissionSetFile } from '../permission-set.ts';

/** The objects whose change events Dealwire can replay; without an add-on an org selects five at most. */
const CHANGE_DATA: readonly string[] = ['Opportunity', 'Lead', 'Case', 'Contract'];

/** Change Data Capture of the chosen objects, and the right to receive their events. */
export function replay(choices: Choices): Files {
  return new Map([
    ...captured(choices).map((object) => [channelMember(object), channelMemberXml(object)] as const),
    permissionSetFile('replay', replaySet(choices)),
  ]);
}

/** The permission set for change events. */
export function replaySet(choices: Choices): PermissionSet {
  return {
    name: 'Dealwire_Replay',
    label: 'Dealwire Replay',
    description:
      'Lets Dealwire receive change events, which Salesforce sends only to somebody who may see every record of the object.',
    grants: captured(choices).flatMap(toViewAll),
  };
}

/** The chosen objects whose change events the package captures. */
export function captured({ objects }: Choices): readonly string[] {
  return CHANGE_DATA.filter((object) => objects.includes(object));
}

function channelMember(object: string): string {
  return `replay/platformEventChannelMembers/ChangeEvents_${object}ChangeEvent.platformEventChannelMember-meta.xml`;
}

function channelMemberXml(object: string): string {
  return metadata('PlatformEventChannelMember', {
    eventChannel: 'ChangeEvents',
    selectedEntity: `${object}ChangeEvent`,
  });
}
