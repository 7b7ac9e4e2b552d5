import { MakeAppError } from './error.ts';
import type { MakeApp } from './load/app.ts';
import { problemText } from './load/problem.ts';
import { readApp } from './load/read-app.ts';
import { type AppSource, folderSource } from './load/reader.ts';

/** Loads a custom app from its folder; throws MakeAppError that lists every problem with file and place. */
export function loadMakeApp(folder: string): MakeApp {
  return loadMakeAppFrom(folderSource(folder), folder);
}

/** Loads a custom app from any source of files; `name` is for the error's text. Throws as `loadMakeApp`. */
export function loadMakeAppFrom(source: AppSource, name: string): MakeApp {
  return complete(readApp(source), name);
}

/** Loads a custom app that another test finds sound, without looking for problems once more. Throws when files are missing. */
export function loadSoundApp(folder: string): MakeApp {
  return complete(readApp(folderSource(folder), true), folder);
}

function complete({ app, problems }: ReturnType<typeof readApp>, name: string): MakeApp {
  if (problems.length > 0)
    throw new MakeAppError(`The app in ${name} cannot be used:\n${problemText(problems)}`);
  return app;
}
