import { Refusal } from './refusal.ts';

/** The id of the refusal that `run` throws; throws what else it throws, and an error when it throws nothing. */
export function refusalOf(run: () => unknown): string {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    if (error instanceof Refusal) return error.id;
    throw error;
  }
  throw new Error(`Expected a refusal, but the result is ${JSON.stringify(value) ?? String(value)}.`);
}
