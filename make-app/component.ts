import type { Json } from '../shared/target/iml/tree.ts';
import type { Request } from './delivery/levels.ts';

/** A module of the app, as the generator writes it. */
export interface Module {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly moduleType: 'trigger' | 'instant_trigger' | 'action' | 'search';
  /** The webhook of an instant trigger. */
  readonly webhook?: string;
  readonly actionCrud?: 'create';
  readonly communication: Request | readonly Request[];
  readonly epoch?: Request;
  readonly staticParams?: readonly Json[];
  readonly mappableParams?: readonly Json[];
  readonly interface: readonly Json[];
  readonly samples: Json;
}

/** A webhook of the app. Without `attach` people copy its address. */
export interface Webhook {
  readonly id: string;
  readonly label: string;
  readonly params: readonly Json[];
  readonly communication: Request;
  readonly attach?: Request;
  readonly detach?: Request;
}

/** A remote procedure: it fills a dropdown while a scenario is edited. */
export interface Rpc {
  readonly id: string;
  readonly label: string;
  readonly communication: Request;
}

/** The connection that every module uses. */
export const CONNECTION = 'dealwire';

/** The id Make's parts have for an operation or a source: `open_deal_room` is `openDealRoom`. */
export function idOf(key: string): string {
  return key.replace(/[_-]([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What is never written to a log. */
export const log = { sanitize: ['request.headers.authorization'] } as const;
