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

/** Reads the lines of a dropdown from the connected org or workspace; without `from` the first of them. */
export interface Dropdown {
  (connection: Pick<Connection, 'salesforce' | 'slack'>, from?: string): Promise<ChoicePage>;
  /** The method of Slack that it calls, if it calls one. */
  readonly slackMethod?: string;
}
