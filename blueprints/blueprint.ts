import type { Condition } from '../shared/language/index.ts';
import type { Operation } from '../shared/operation/definition.ts';

/** The value of an input: texts as typed, or `{ from }`, an output of the trigger. */
export type InputValue = string | readonly string[] | { readonly from: string };

/** A step that runs an operation of the pack. */
export interface OperationStep {
  readonly operation: Operation;
  /** What the step is called in the editor. */
  readonly title: string;
  /** Inputs that differ from their defaults, or that people should see filled in. */
  readonly inputs: Readonly<Record<string, InputValue>>;
  /** Inputs that only the importer can fill in, such as a channel of the workspace. */
  readonly choose?: readonly string[];
  /** A trigger that is called at once, in place of one that polls. */
  readonly instant?: true;
}

/** A message that the platform's own Slack step posts at the end, in a channel that the importer chooses. */
export interface SlackStep {
  readonly title: string;
  /** Fixed texts and outputs of the trigger. Only links and ids belong here: nothing escapes what a record says. */
  readonly text: readonly (string | { readonly from: string })[];
}

/** Days of the week in the order of ISO 8601. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** A start by the clock in place of a trigger, in the time zone that the importer's account or Zap has. */
export interface ScheduleStep {
  readonly title: string;
  readonly schedule: {
    readonly weekday: (typeof weekdays)[number];
    /** Hours of 24 and minutes. */
    readonly time: string;
  };
}

/** A start by what somebody does in Slack, which each platform notices in its own way. */
export interface ConversationStep {
  readonly title: string;
  /** The operation of the pack behind a webhook of Make; later steps map its outputs. */
  readonly request: Operation;
  /** The trigger of Zapier's own Slack app. */
  readonly message: {
    readonly action: 'anywhere_message' | 'pushed_message';
    /** What the editor calls the trigger. */
    readonly label: string;
    readonly params: Readonly<Record<string, string>>;
    /** The output of that trigger for each output of the operation that later steps map. */
    readonly outputs: Readonly<Record<string, string>>;
    /** Inputs of the actions that only make sense for such a message. */
    readonly inputs?: Readonly<Record<string, InputValue>>;
    /** What the message must hold, in a visible filter. */
    readonly filter?: { readonly title: string; readonly keep: Condition };
  };
}

/** A trigger, a visible filter and actions: one Zap, one scenario. */
export interface Flow {
  /** Tells it from the others of its blueprint; the main one has none. */
  readonly name?: string;
  readonly title: string;
  readonly trigger: OperationStep | ScheduleStep | ConversationStep;
  /** A condition on the trigger's outputs that people may edit in the platform's editor; a schedule has nothing to filter. */
  readonly filter?: { readonly title: string; readonly keep: Condition };
  /** Minutes between two polls, as advised; what is usual on the platform unless told. */
  readonly pollMinutes?: number;
  readonly actions: readonly OperationStep[];
  /** What comes last, once something was delivered that was not delivered before. */
  readonly slackStep?: SlackStep;
  /** The Slack step of a variant that has one. */
  readonly slackStepOfVariant?: SlackStep;
  /** It looks for what another flow of the signal missed. */
  readonly reconciles?: true;
  /** What the importer should know. */
  readonly note?: string;
}

/** Flows ready to import, said once for every platform. */
export interface Blueprint {
  /** The folder's name. */
  readonly name: string;
  readonly flows: readonly Flow[];
}
