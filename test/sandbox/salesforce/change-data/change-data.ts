import { sobjects } from '../schema/index.ts';

/** What an admin set up for Change Data Capture, and what a test lets go wrong with it. */
export interface ChangeData {
  /** The objects selected in Setup, by name; changes of others make no events. */
  entities: string[];
  /**
   * What a committed transaction publishes: events of its changes; gap events, as after an internal error; or one
   * overflow event per object, as when nothing of a huge transaction is left.
   */
  publishes: 'changes' | 'gaps' | 'overflow';
}

/** Every object that can be selected is. */
export function defaultChangeData(): ChangeData {
  return {
    entities: sobjects.filter(({ changeEvents }) => changeEvents).map(({ name }) => name),
    publishes: 'changes',
  };
}

/** The name of an object's change event: `OpportunityChangeEvent`, `Dealwire_Delivery__ChangeEvent`. */
export function changeEventName(sobject: string): string {
  return `${sobject.replace(/__c$/, '__')}ChangeEvent`;
}
