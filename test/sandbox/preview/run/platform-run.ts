import type { Cost, SignalRun } from '../../report.ts';
import type { StepRun } from '../../signal/flow-step.ts';
import type { Platform } from '../../signal/switch-on.ts';
import type { Conversation } from '../slack/conversation.ts';
import type { Names } from '../slack/names.ts';

/** One call to a stand-in, as the page lists it. */
export interface ShownCall {
  readonly service: 'Slack' | 'Salesforce';
  readonly what: string;
  /** HTTP status; undefined when no answer came. */
  readonly status: number | undefined;
  readonly milliseconds: number;
}

export interface ShownStep extends StepRun {
  readonly calls: readonly ShownCall[];
}

/** Something that happened, and the flow that noticed it. */
export interface ShownPhase {
  readonly says: string;
  readonly title: string;
  readonly steps: readonly ShownStep[];
}

/** A platform's half of a run, at any moment. */
export interface PlatformRun {
  readonly platform: Platform;
  readonly state: 'waiting' | 'running' | SignalRun['outcome'];
  /** Why nothing was delivered, and what to do. */
  readonly reason: string;
  readonly phases: readonly ShownPhase[];
  readonly cost: Cost | undefined;
  /** Real time. */
  readonly milliseconds: number;
  readonly conversations: readonly Conversation[];
  readonly names: Names | undefined;
  /** Whether both platforms ran in one world. */
  readonly isTogether: boolean;
  /** What was written to Salesforce, a line each. */
  readonly written: readonly string[];
}

/** A platform before a run. */
export function idle(platform: Platform): PlatformRun {
  return {
    platform,
    state: 'waiting',
    reason: '',
    phases: [],
    cost: undefined,
    milliseconds: 0,
    conversations: [],
    names: undefined,
    isTogether: false,
    written: [],
  };
}
