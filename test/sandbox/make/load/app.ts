import type { Code } from './code.ts';
import type {
  BaseDirectives,
  ImlObject,
  OAuthDirectives,
  RequestDirectives,
  RespondDirectives,
  WebhookDirectives,
} from './directives.ts';
import type { Parameter } from './parameter.ts';

/** How a module behaves in a scenario. */
export type ModuleType = 'trigger' | 'instant_trigger' | 'search' | 'action' | 'universal' | 'responder';

/** One step or several, run in order. */
export type Communication = RequestDirectives | readonly RequestDirectives[];

export interface MakeModule {
  readonly id: string;
  readonly label: string;
  readonly type: ModuleType;
  /** Local id of its connection. */
  readonly connection: string | undefined;
  /** Local id of its webhook, of an instant trigger only. */
  readonly webhook: string | undefined;
  readonly communication: Code<Communication>;
  /** What answers the webhook's caller, of a responder only. */
  readonly respond: Code<RespondDirectives>;
  readonly epoch: Code<RequestDirectives>;
  readonly staticParams: Code<readonly Parameter[]>;
  readonly mappableParams: Code<readonly Parameter[]>;
  readonly interface: Code<readonly Parameter[]>;
  readonly samples: Code<ImlObject>;
}

export interface MakeConnection {
  readonly id: string;
  readonly label: string;
  readonly type: 'basic' | 'oauth';
  readonly params: Code<readonly Parameter[]>;
  /** Of a basic connection. */
  readonly communication: Code<RequestDirectives>;
  /** Of an OAuth connection. */
  readonly oauth: Code<OAuthDirectives>;
  readonly common: Code<ImlObject>;
  readonly defaultScope: Code<readonly string[]>;
}

export interface MakeWebhook {
  readonly id: string;
  readonly label: string;
  readonly type: 'web' | 'web-shared';
  readonly connection: string | undefined;
  readonly communication: Code<WebhookDirectives>;
  readonly params: Code<readonly Parameter[]>;
  /** `undefined` when the user copies the webhook's URL by hand. */
  readonly attach: Code<RequestDirectives> | undefined;
  readonly detach: Code<RequestDirectives> | undefined;
}

export interface MakeRpc {
  readonly id: string;
  readonly label: string;
  readonly connection: string | undefined;
  readonly communication: Code<Communication>;
  readonly params: Code<readonly Parameter[]>;
}

/** A custom app as its folder describes it; components are keyed by local id. */
export interface MakeApp {
  readonly base: Code<BaseDirectives>;
  readonly common: Code<ImlObject>;
  readonly connections: ReadonlyMap<string, MakeConnection>;
  readonly webhooks: ReadonlyMap<string, MakeWebhook>;
  readonly modules: ReadonlyMap<string, MakeModule>;
  readonly rpcs: ReadonlyMap<string, MakeRpc>;
}
