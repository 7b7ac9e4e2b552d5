/** One thing a stand-in for a platform will not do, because the platform's documents leave its meaning open. */
export interface RefusalEntry {
  /** What is refused, as a reader of the expression would call it. */
  readonly construct: string;
  /** What the documents leave open about it. */
  readonly reason: string;
  /** A form whose meaning is documented. */
  readonly instead: string;
}

/** Thrown instead of an answer that would be a guess; `detail` says what was met, never more than 80 characters of it. */
export class Refusal extends Error {
  readonly construct: string;
  readonly reason: string;
  readonly instead: string;
  readonly id: string;

  constructor(id: string, entry: RefusalEntry, detail: string) {
    const met = detail.length > 80 ? `${detail.slice(0, 79)}…` : detail;
    super(`${entry.construct} (${met}) is refused: ${entry.reason} Instead: ${entry.instead}`);
    this.name = new.target.name;
    this.id = id;
    this.construct = entry.construct;
    this.reason = entry.reason;
    this.instead = entry.instead;
  }
}

/** An IML construct or argument whose meaning Make's documents leave open. */
export class ImlRefusal extends Refusal {}
