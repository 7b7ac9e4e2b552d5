import type { World } from '../world.ts';
import type { Values } from './write-record.ts';

/** A signal as the sandbox shows it: what happens in the sample org, and which flow of the blueprint notices it. */
export interface Demo {
  /** The signal's name, which is also the blueprint's folder. */
  readonly signal: string;
  /** What the importer fills in, by the key of the operation or of Zapier's Slack step: ids that only the workspace has. */
  readonly chosen: Readonly<Record<string, Values>>;
  /** The record that the signal is about, where people may change it before the signal happens. */
  readonly record?: DemoRecord;
  /** When the flows of a blueprint start that is started by the clock, and in which zone its importer lives. */
  readonly schedule?: DemoSchedule;
  /** One after the other, in one world. */
  readonly phases: readonly Phase[];
}

/** A record of the sample org, or one that the demo makes. */
export interface DemoRecord {
  /** API name. */
  readonly object: string;
  /** Its id; a record that the demo makes has none. */
  readonly id?: string;
  /** The fields that people may change, by API name or as a path such as `Account.Name`. */
  readonly fields: readonly string[];
  /** What the signal itself sets. */
  readonly sets: Values;
}

/** A weekly start; a Zap's file says the day and the time itself. */
export interface DemoSchedule {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekday: number;
  readonly time: string;
  readonly timeZone: string;
}

/** Something that happens, and the flow that notices it. */
export interface Phase {
  /** The name of the flow; the blueprint's main one has none. */
  readonly flow?: string;
  /** What happens, as one short sentence; the title of the flow says it unless told. */
  readonly says?: string;
  /**
   * Lets it happen, with what people changed about the demo's record. Answers why nothing happens, if nothing does.
   */
  readonly change: (world: World, changed?: Values) => string | undefined;
  /** What somebody does in Slack then, which starts the flow. */
  readonly asks?: Asked;
}

/** What somebody does in Slack: each platform notices it in its own way. */
export interface Asked {
  readonly user: string;
  readonly channel: string;
  /** What they write, with the word in front by which a platform without slash commands knows it. */
  readonly text: string;
  readonly keyword?: string;
  /** The slash command with the text, or the shortcut of the message. */
  readonly by: { readonly command: string } | { readonly shortcut: string };
}
