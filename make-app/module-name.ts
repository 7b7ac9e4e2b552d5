import type { Operation } from '../shared/operation/definition.ts';
import { idOf } from './component.ts';

/** What the module of an operation is called inside the app: `open_deal_room` is `openDealRoom`. */
export function moduleName({ key }: Pick<Operation, 'key'>): string {
  return idOf(key);
}
