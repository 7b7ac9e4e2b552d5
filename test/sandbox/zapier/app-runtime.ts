import type { RawRequest } from './hook-server.ts';
import type { ThrottleRule } from './throttle.ts';

/** An operation as the platform reads it from `definition.json`; functions appear as `$func$…` texts. */
export interface OperationDefinition {
  readonly key: string;
  readonly display: { readonly label: string };
  readonly operation: {
    readonly type?: string;
    readonly inputFields?: readonly (InputField | string)[];
    readonly outputFields?: readonly (OutputField | string)[];
    readonly sample?: Readonly<Record<string, unknown>>;
    readonly performList?: unknown;
    readonly performSubscribe?: unknown;
    readonly performUnsubscribe?: unknown;
    readonly throttle?: ThrottleRule;
  };
}

/** An input field, as declared or as a dynamic field function returned it. */
export interface InputField {
  readonly key: string;
  readonly label?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly default?: string;
  readonly list?: boolean;
  readonly dict?: boolean;
  readonly children?: readonly InputField[];
  readonly meta?: Readonly<Record<string, string | number | boolean>>;
}

/** An output field; `primary` ones together are what a trigger is deduplicated by. */
export interface OutputField {
  readonly key: string;
  readonly primary?: boolean;
}

/** The parts of an integration's definition a Zap depends on. */
export interface AppDefinition {
  readonly version: string;
  readonly triggers?: Readonly<Record<string, OperationDefinition>>;
  readonly creates?: Readonly<Record<string, OperationDefinition>>;
  readonly searches?: Readonly<Record<string, OperationDefinition>>;
}

/** What the platform hands to a function of the integration. */
export interface RuntimeBundle {
  readonly inputData?: Readonly<Record<string, unknown>>;
  readonly inputDataRaw?: Readonly<Record<string, unknown>>;
  readonly authData?: Readonly<Record<string, string>>;
  readonly meta?: Readonly<Record<string, unknown>>;
  /** Where a hook trigger is to be called. */
  readonly targetUrl?: string;
  /** What `performSubscribe` returned. */
  readonly subscribeData?: unknown;
  readonly rawRequest?: RawRequest;
  readonly cleanedRequest?: Readonly<Record<string, unknown>>;
}

/** One line of the developer log as Zapier would store it: already censored by the platform. */
export interface LogLine {
  readonly message: string;
  readonly data: unknown;
}

/** An integration loaded into the real zapier-platform-core, from its source or from the built package. */
export interface AppRuntime {
  readonly definition: AppDefinition;
  /** Everything the platform's logger was given so far. */
  readonly log: readonly LogLine[];
  /**
   * Calls a function by its path in the definition, such as `creates.open_deal_room.operation.perform`.
   * Rejects with what the integration threw; `name` says which error of the platform it is.
   */
  execute(method: string, bundle: RuntimeBundle): Promise<unknown>;
  close(): Promise<void>;
}

/** A platform event; `handler` of the built package and core's own handler take the same. */
export interface PlatformEvent {
  readonly command: 'execute' | 'definition' | 'validate';
  readonly method?: string;
  readonly bundle?: RuntimeBundle;
  readonly environment?: Readonly<Record<string, string>>;
  readonly zcacheTestObj?: Record<string, unknown>;
  readonly cursorTestObj?: Record<string, unknown>;
  readonly customLogger?: (message: string, data: unknown) => void;
}

/** A platform handler: one event in, its results out. */
export type PlatformHandler = (event: PlatformEvent) => Promise<{ readonly results: unknown }>;
