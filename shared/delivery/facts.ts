import { answer, type Query } from '../language/index.ts';
import { read, readIfPossible } from './ledger-part.ts';
import type { Claim } from './step/claim.ts';

/** What a signal reads of Salesforce for its card. */
export interface Facts {
  /** Reads the record; a field that is missing or hidden ends the run. */
  readonly facts: Query;
  /** Further reads, by the note their rows go to; what cannot be read is left out. */
  readonly extras: Readonly<Record<string, Query>>;
  /** The extras whose refusal is worth a warning, and what people call them. */
  readonly extraLabels: Readonly<Record<string, string>>;
}

/** The reads as parts of the claim, with their notes: `record`, the rows of each extra, and why one was refused. */
export function readFacts({ facts, extras, extraLabels }: Facts): Pick<Claim, 'reads' | 'notes'> {
  const names = Object.keys(extras);
  return {
    reads: {
      facts: read(facts),
      ...Object.fromEntries(Object.entries(extras).map(([name, query]) => [name, readIfPossible(query)])),
    },
    notes: {
      record: answer('text', 'facts', 'body', 'records', 0),
      ...Object.fromEntries(
        Object.keys(extraLabels).map((name) => [
          `${name}Error`,
          answer('text', name, 'body', 0, 'errorCode'),
        ]),
      ),
      ...Object.fromEntries(names.map((name) => [name, answer('list', name, 'body', 'records')])),
    },
  };
}
