import { accountChannel } from './account-channel.ts';
import { caseAlert } from './case-alert.ts';
import { caseBurst } from './case-burst.ts';
import { caseChange } from './case-change.ts';
import { chatterPost } from './chatter-post.ts';
import { dealRoom } from './deal-room.ts';
import { forecastDigest } from './forecast-digest.ts';
import { leadAlert } from './lead-alert.ts';
import { messageLog } from './message-log.ts';
import { projectCard } from './project-card.ts';
import { recordAnswer } from './record-answer.ts';
import { renewalRisk } from './renewal-risk.ts';
import type { Scene } from './scene.ts';

/** One event of every delivery. */
export const scenes: readonly Scene[] = [
  dealRoom,
  caseAlert,
  caseChange,
  caseBurst,
  forecastDigest,
  leadAlert,
  renewalRisk,
  projectCard,
  recordAnswer,
  accountChannel,
  messageLog,
  chatterPost,
];
