import { attempt, type PushSession } from './push-session.ts';

/** A part of the app that Make holds as a whole. */
export interface Part {
  readonly path: string;
  readonly file?: string;
  /** What it shall be, for people. */
  readonly after: string;
  read(): Promise<unknown>;
  isSame(remote: unknown): boolean;
  /** What it is, for people. */
  describe(remote: unknown): string;
  /** `remote` is what `read` gave, or undefined for a new component. */
  write(remote: unknown): Promise<unknown>;
}

/** Sends a part if it differs or belongs to something `isNew`; says whether it did, or would in a dry run. Throws PushError. */
export async function sendPart(session: PushSession, part: Part, isNew: boolean): Promise<boolean> {
  const { outcome, dryRun } = session;
  const remote = isNew ? undefined : await attempt(session, `reading ${part.path}`, part.read);
  if (!isNew && part.isSame(remote)) {
    outcome.unchanged.push(part.path);
    return false;
  }
  if (!dryRun) await attempt(session, `sending ${part.path}`, () => part.write(remote), part.file);
  outcome.changed.push({ path: part.path, before: isNew ? '' : part.describe(remote), after: part.after });
  return true;
}
