import type { Step as Assignments } from '../shared/target/iml/place.ts';

/** Patterns of record ids by object, of 15 or 18 characters. */
export const RECORD_ID = {
  Opportunity: '006[A-Za-z0-9]{12}([A-Za-z0-9]{3})?',
  Case: '500[A-Za-z0-9]{12}([A-Za-z0-9]{3})?',
  Lead: '00Q[A-Za-z0-9]{12}([A-Za-z0-9]{3})?',
  Account: '001[A-Za-z0-9]{12}([A-Za-z0-9]{3})?',
  Record: '[A-Za-z0-9]{15}([A-Za-z0-9]{3})?',
} as const;

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * IML that completes a record id of 15 characters to 18: each of the last three says which of five characters are capitals.
 * `name` tells the assignments of several ids apart.
 */
export function completeRecordId(
  path: string,
  name: string,
): { readonly steps: readonly Assignments[]; readonly expression: string } {
  const bits = `replace(replace(${path}, '/[0-9a-z]/g', '0'), '/[A-Z]/g', '1')`;
  const at = (position: number) =>
    `parseNumber(substring(temp.${name}_bits, ${position}, ${position + 1}), '.') * ${2 ** (position % 5)}`;
  const sum = (chunk: number) => [0, 1, 2, 3, 4].map((offset) => at(chunk * 5 + offset)).join(' + ');
  const isShort = `length(ifempty(${path}, emptystring)) == 15`;
  const letter = (chunk: number) =>
    `substring('${SUFFIX}', temp.${name}_sums.c${chunk}, temp.${name}_sums.c${chunk} + 1)`;
  return {
    steps: [
      { [`${name}_bits`]: `{{if(${isShort}, ${bits}, '${'0'.repeat(15)}')}}` },
      {
        [`${name}_sums`]: Object.fromEntries([0, 1, 2].map((chunk) => [`c${chunk}`, `{{${sum(chunk)}}}`])),
      },
    ],
    expression: `if(${isShort}, ${path} + ${letter(0)} + ${letter(1)} + ${letter(2)}, ${path})`,
  };
}
