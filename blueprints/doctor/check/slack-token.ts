import type { DoctorCheck } from '../check.ts';

/** Whether Slack takes the bot token. */
export const slackToken: DoctorCheck = {
  name: 'slack-token',
  question: 'Does Slack take the bot token?',
  asks: () => ({ bot: { to: 'slack', method: 'auth.test' } }),
  judge: ({ bot }) => {
    const { problem } = bot ?? {};
    return problem === undefined ? [] : [{ weight: 'problem', says: problem.message, fix: problem.fix }];
  },
};
