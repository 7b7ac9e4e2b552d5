import type { Connection } from '../../delivery/connection.ts';

/** One line of a dropdown: what the input gets, and what the user reads. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** Some lines of a dropdown; `next` asks for those after them. */
export interface ChoicePage {
  readonly choices: readonly Choice[];
  readonly next?: string;
}

/** What a dropdown is asked for. */
export interface Asked {
  /** The inputs filled so far, as far as the dropdown depends on them. */
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** The `next` of an earlier page; without it the first lines are meant. */
  readonly from?: string;
}

/** Reads the lines of a dropdown from the connected org or workspace. */
export interface Dropdown {
  (connection: Pick<Connection, 'salesforce' | 'slack'>, asked?: Asked): Promise<ChoicePage>;
  /** The method of Slack that it calls, if it calls one. */
  readonly slackMethod?: string;
}
