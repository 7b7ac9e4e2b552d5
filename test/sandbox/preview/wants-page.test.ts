import { expect, it } from '@jest/globals';
import { wantsPage } from './wants-page.ts';

it.each([
  ['the page', {}, true, true],
  ['the page, on a port', { port: '4173' }, true, true],
  ['the page, on a port, for a script', { port: '4173' }, false, true],
  ['the summary', {}, false, false],
  ['one JSON document', { json: true }, true, false],
  ['one signal', { signal: 'new-lead' }, true, false],
  ['one platform', { platform: 'make' }, true, false],
  ['an event', { event: 'event.json', port: '4173' }, true, false],
])('npm start shows %s with %j where a terminal is %s', (_, options, isTerminal, expected) => {
  expect(wantsPage(options, isTerminal)).toBe(expected);
});
