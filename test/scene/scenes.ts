import { caseAlert } from './case-alert.ts';
import { caseChange } from './case-change.ts';
import { dealRoom } from './deal-room.ts';
import { leadAlert } from './lead-alert.ts';
import { renewalRisk } from './renewal-risk.ts';
import type { Scene } from './scene.ts';

/** One event of every delivery. */
export const scenes: readonly Scene[] = [dealRoom, caseAlert, caseChange, leadAlert, renewalRisk];
