import { toRecordId18 } from '../../../../shared/salesforce/record-id.ts';
import type { Org } from '../org.ts';
import { sobjects } from '../schema/index.ts';
import { changeEventName } from './change-data.ts';

/** Brings the records of `PlatformEventChannelMember` to what is selected now; an object's record keeps its id. */
export function plantChannelMembers(org: Org): void {
  const table = org.store.table('PlatformEventChannelMember');
  for (const { Id } of [...table.all()]) table.remove(String(Id));
  for (const entity of org.changeData.entities) {
    const event = changeEventName(entity);
    const number = sobjects.findIndex(({ name }) => name === entity);
    table.put({
      Id: toRecordId18(`0v8Dw${String(number).padStart(10, '0')}`),
      DeveloperName: `ChangeEvents_${event.replace('__', '_')}`,
      EventChannel: 'ChangeEvents',
      SelectedEntity: event,
    });
  }
}
