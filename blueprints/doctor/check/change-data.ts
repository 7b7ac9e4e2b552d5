import { API_PATH } from '../../../shared/salesforce/api-version.ts';
import type { DoctorCheck, Finding } from '../check.ts';
import { rowsIn, toolingQuery } from '../path.ts';

const SELECT = 'Setup > Change Data Capture';

/** Whether Change Data Capture publishes what replay reads. */
export const changeData: DoctorCheck = {
  name: 'change-data',
  question: 'Does Change Data Capture publish changes of the objects?',
  leftOut: ({ ways }) => (ways.includes('replay') ? undefined : 'only replay needs it: --ways replay'),
  asks: () => ({
    members: toolingQuery(
      "SELECT SelectedEntity FROM PlatformEventChannelMember WHERE EventChannel = 'ChangeEvents'",
    ),
    limits: { to: 'salesforce', path: `${API_PATH}/limits` },
  }),
  judge: ({ members, limits }, { captured }) => {
    if (members?.problem !== undefined)
      return [
        {
          weight: 'notice',
          says: 'Salesforce does not tell this user which objects are selected.',
          fix: `Look there: ${SELECT}. If there is no such page, the edition has none: poll.`,
        },
      ];
    const selected = rowsIn(members?.body).map(({ SelectedEntity }) => String(SelectedEntity));
    const missing = captured.filter((object) => !selected.includes(`${object}ChangeEvent`));
    const { DailyDeliveredPlatformEvents: events } = (limits?.body ?? {}) as {
      readonly DailyDeliveredPlatformEvents?: { readonly Remaining: number };
    };
    return [
      ...missing.map(
        (object): Finding => ({
          weight: 'problem',
          says: `${object} is not selected for Change Data Capture.`,
          fix: `${SELECT}: select ${object}; or npm run setup:salesforce -- --target-org ALIAS --parts core,replay --objects ${captured.join(',')}`,
        }),
      ),
      ...(events !== undefined && events.Remaining <= 0
        ? [
            {
              weight: 'problem',
              says: 'The org’s allowance of delivered events is used up for today.',
              fix: 'Wait, or poll: Salesforce keeps the events for three days, so none is lost.',
            } as const,
          ]
        : []),
    ];
  },
};
