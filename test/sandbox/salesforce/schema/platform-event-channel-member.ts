import { id, text } from './field.ts';
import { fixed, sobject } from './sobject.ts';

/** Which objects Change Data Capture is selected for; the Tooling API has it. */
export const platformEventChannelMember = sobject(
  'PlatformEventChannelMember',
  '0v8',
  [id(), text('DeveloperName', { length: 80 }), text('EventChannel'), text('SelectedEntity')],
  fixed,
);
