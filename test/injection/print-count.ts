import { afterAll, afterEach } from '@jest/globals';

/** Prints at the end of a test file how many cases of an injection suite ran; to be called at the top of the file. */
export function printCount(suite: string): void {
  let cases = 0;
  afterEach(() => {
    cases += 1;
  });
  afterAll(() => {
    process.stdout.write(`injection: ${suite}: ${cases} cases\n`);
  });
}
