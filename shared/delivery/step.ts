import type { Condition, Expression } from '../language/node/node.ts';
import type { Template } from '../language/template.ts';

/** A Web API call. The answer is Slack's JSON. */
export interface SlackCall {
  readonly to: 'slack';
  readonly method: string;
  readonly body: Readonly<Record<string, Template>>;
  /** Error codes the delivery can live with; `any` lives with every refusal that would come again. Others end the run. */
  readonly accept?: readonly string[] | 'any';
  /** The call changes nothing, so it may start late and be repeated. */
  readonly reads?: true;
}

/** One part of a Composite call. */
export interface Part {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string | Expression<'text'>;
  readonly body?: Readonly<Record<string, Template>>;
  /** Error codes the delivery can live with; `any` lives with every refusal. Others end the run. */
  readonly accept?: readonly string[] | 'any';
}

/**
 * A Composite call to Salesforce: one API call, at most 25 parts of which 5 are queries. It may start late.
 * The answer holds `{ status, body }` by the name of the part.
 */
export interface CompositeCall {
  readonly to: 'salesforce';
  readonly allOrNone: boolean;
  /** A second run of the call would say something else, so a lost answer ends the run. */
  readonly once?: true;
  /** When the whole call fails the run goes on, with the error's code as `problem` in the answer. */
  readonly mayFail?: true;
  readonly parts: Readonly<Record<string, Part>>;
}

export type Call = SlackCall | CompositeCall;

/** An input that turns out to be unusable once the org has answered. */
export interface BadInput {
  /** What people call the input. */
  readonly input: string;
  readonly reason: string;
  readonly fix: string;
}

/** Something an answer shows that ends the run with an error. */
export interface Failure {
  readonly when: Condition;
  readonly as: 'busy' | 'unsure' | 'not-found' | 'nowhere' | BadInput;
}

/**
 * One step of a delivery. Steps run in order; a step starts once every earlier step that writes a note it reads,
 * and every step named in `after`, has ended. Each is safe to repeat after a crash.
 */
export interface Step {
  readonly name: string;
  /** The step is left out unless this holds. */
  readonly when?: Condition;
  /** Steps that must have ended although no note tells so. */
  readonly after?: readonly string[];
  readonly call?: Call;
  /** Written once the step has ended; a value that is missing writes nothing. */
  readonly notes?: Readonly<Record<string, Template>>;
  /** Checked in order once the notes are written. */
  readonly fail?: readonly Failure[];
  /** Runs the step again while this holds, at most `limit` times in all. */
  readonly again?: { readonly while: Condition; readonly limit: number };
}

/** Groups of steps of which a run makes the calls of at most one group; each group lists the names of its steps. */
export type Alternatives = readonly (readonly string[])[];

/** A delivery as data: `js` runs the table, the Make generator prints it, the docs draw it. */
export interface Delivery {
  readonly name: string;
  readonly steps: readonly Step[];
  /** Steps that exclude each other, for counting how many calls a run can make. */
  readonly alternatives: readonly Alternatives[];
  /** Run when a step has failed, so that the next run need not wait for the lease. */
  readonly release: readonly Step[];
  /** What the operation returns. */
  readonly result: Readonly<Record<string, Template>>;
}
