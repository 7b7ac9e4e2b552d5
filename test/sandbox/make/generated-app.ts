import { join } from 'node:path';
import { loadSoundApp } from './load-make-app.ts';

/** The generated app's folder. */
export const GENERATED_APP = join(import.meta.dirname, '..', '..', '..', 'make-app', 'app');

/** The generated app; `test/make-app/app.test.ts` finds it sound. */
export const generatedApp = loadSoundApp(GENERATED_APP);
