import { SlackRefusedError } from '../../../shared/error.ts';
import type { Answer, DoctorCheck } from '../check.ts';

/** Whether the workspace lets the bot open a room: only by opening one can that be seen. */
export const rooms: DoctorCheck = {
  name: 'rooms',
  question: 'Does the workspace let the bot open private channels?',
  leftOut: ({ opensRooms, tryRoom }) => {
    if (!opensRooms) return 'the signals open no rooms';
    return tryRoom
      ? undefined
      : 'Slack tells it only when a channel is opened: add --try-room, and one is opened and archived';
  },
  asks: ({ stamp }) => ({
    room: { to: 'slack', method: 'conversations.create', body: { name: nameOf(stamp), is_private: true } },
  }),
  follows: [
    ({ room }) => {
      const channel = idIn(room);
      if (channel === undefined) return {};
      return { archived: { to: 'slack', method: 'conversations.archive', body: { channel } } };
    },
  ],
  judge: ({ room, archived }, { stamp }) => {
    if (room?.problem !== undefined) {
      const { problem } = room;
      const isForbidden = problem instanceof SlackRefusedError && problem.error === 'restricted_action';
      const says = isForbidden ? 'The workspace forbids the bot to open private channels.' : problem.message;
      return [{ weight: 'problem', says, fix: problem.fix }];
    }
    if (archived?.problem === undefined) return [];
    return [
      {
        weight: 'notice',
        says: `The bot may open channels, but could not archive #${nameOf(stamp)} again: ${archived.problem.message}`,
        fix: 'Archive it by hand.',
      },
    ];
  },
};

function nameOf(stamp: string): string {
  return `dealwire-doctor-${stamp}`;
}

function idIn(answer: Answer | undefined): string | undefined {
  return (answer?.body as { channel?: { id?: string } } | undefined)?.channel?.id;
}
