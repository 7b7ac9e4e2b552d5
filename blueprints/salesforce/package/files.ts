/** The texts of files by their paths, with slashes. */
export type Files = ReadonlyMap<string, string>;

/** All files of several sets. */
export function joined(...sets: readonly Files[]): Files {
  return new Map(sets.flatMap((files) => [...files]));
}
