import type { World } from '../world.ts';

/** A signal as the sandbox shows it: what happens in the sample org, and which flow of the blueprint notices it. */
export interface Demo {
  /** The signal's name, which is also the blueprint's folder. */
  readonly signal: string;
  /** What the importer fills in, by the key of the operation or of Zapier's Slack step: ids that only the workspace has. */
  readonly chosen: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** When the flows of a blueprint start that is started by the clock, and in which zone its importer lives. */
  readonly schedule?: DemoSchedule;
  /** One after the other, in one world. */
  readonly phases: readonly Phase[];
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
  /** Answers why nothing happens, if nothing does. */
  readonly change: (world: World) => string | undefined;
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
