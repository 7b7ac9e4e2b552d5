import type { ChangeEvent } from '../change-data/change-event.ts';
import { eventPath } from '../change-data/event-body.ts';
import type { Org } from '../org.ts';
import type { BayeuxMessage } from './bayeux.ts';
import type { Channel } from './channel.ts';

/** An event as it reaches a client on a channel: without the fields its user may not see. */
export function visibleEvent(org: Org, channel: Channel, event: ChangeEvent): BayeuxMessage {
  const { data } = event;
  const { ChangeEventHeader: header, ...fields } = data.payload;
  const prefix = `${header.entityName}.`;
  const hidden = new Set(
    [...org.features.hiddenFields]
      .filter((name) => name.startsWith(prefix))
      .map((name) => eventPath(header.entityName, name.slice(prefix.length))),
  );
  const shown = (paths: readonly string[]) => paths.filter((path) => !hidden.has(path));
  return {
    channel: channel.name,
    data: {
      ...data,
      payload: {
        ...without(fields, hidden),
        ChangeEventHeader: {
          ...header,
          changedFields: shown(header.changedFields),
          nulledFields: shown(header.nulledFields),
        },
      },
    },
  };
}

function without(
  fields: Readonly<Record<string, unknown>>,
  hidden: ReadonlySet<string>,
  above = '',
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const path = `${above}${name}`;
      if (hidden.has(path)) return [];
      if (typeof value !== 'object' || value === null) return [[name, value]];
      const parts = without(value as Readonly<Record<string, unknown>>, hidden, `${path}.`);
      return Object.keys(parts).length === 0 ? [] : [[name, parts]];
    }),
  );
}
