import { DATA_STORE_MODULES } from './data-store-modules.ts';
import { SLACK_MODULES } from './slack-modules.ts';
import type { StockModule } from './stock-module.ts';
import { VALUE_MODULES } from './value-modules.ts';
import { VARIABLE_MODULES } from './variable-modules.ts';

/** Modules of Make's own that the runner executes, by name. */
export const STOCK_MODULES: Readonly<Record<string, StockModule>> = {
  ...DATA_STORE_MODULES,
  ...VARIABLE_MODULES,
  ...VALUE_MODULES,
  ...SLACK_MODULES,
};

/** The custom webhook, which only starts scenarios. */
export const CUSTOM_WEBHOOK = 'gateway:CustomWebHook';

/** The module that answers the caller of a webhook. */
export const WEBHOOK_RESPOND = 'gateway:WebhookRespond';

/** Modules that may only stand first. */
export const FIRST_ONLY: readonly string[] = [CUSTOM_WEBHOOK, 'util:BasicTrigger'];
