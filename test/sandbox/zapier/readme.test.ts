import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { REFUSALS } from './refusals.ts';
import { STOCK_STEPS } from './stock-steps.ts';

const README = readFileSync(`${import.meta.dirname}/README.md`, 'utf8');

it('The README lists what is refused, no more and no less.', () => {
  const listed = [...README.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, id, construct]) => [
    id,
    construct,
  ]);
  expect(listed).toEqual(Object.entries(REFUSALS).map(([id, { construct }]) => [id, construct]));
});

it('The README lists the stock steps that run, with their versions.', () => {
  const listed = [...README.matchAll(/^\| `(\w+API \w+)` \| (.*?) \|/gm)].map(([, step, versions]) => [
    step,
    versions,
  ]);
  const range = ([first, last]: readonly string[]) => (first === last ? first : `${first} to ${last}`);
  expect(listed).toEqual(
    Object.entries(STOCK_STEPS).map(([step, { versions }]) => [step, versions ? range(versions) : 'none']),
  );
});

it.each(
  [...README.matchAll(/`([a-z-]+\.ts)`/g)].map(([, file = '']) => file),
)('The README names %s, which exists.', (file) => {
  expect(existsSync(`${import.meta.dirname}/${file}`)).toBe(true);
});
