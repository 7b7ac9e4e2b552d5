import type { Problem } from './load/problem.ts';
import { readApp } from './load/read-app.ts';
import { folderSource } from './load/reader.ts';

export type { Problem } from './load/problem.ts';

/** Everything wrong with the app in a folder; an empty list means that `loadMakeApp` takes it. */
export function checkMakeApp(folder: string): readonly Problem[] {
  return readApp(folderSource(folder)).problems;
}
