import { describe, expect, test } from '@jest/globals';
import { InvalidInputError } from '../../../shared/error.ts';
import { isRecordId, keyPrefix, toRecordId18 } from '../../../shared/salesforce/record-id.ts';

describe('isRecordId', () => {
  test.each([
    '006xx0000000201AAA',
    '006xx0000000201',
    '006Hs00000BkXyzIAF',
    '00Gxx0000000701EAA',
    '00Dxx0000000001EAA',
    '555xx0000000801AAA',
  ])('accepts %s', (id) => {
    expect(isRecordId(id)).toBe(true);
  });

  test('accepts a checksum in small letters', () => {
    expect(isRecordId('006Hs00000BkXyziaf')).toBe(true);
  });

  test.each([
    ['a wrong checksum', '006Hs00000BkXyzIAA'],
    ['16 characters', '006Hs00000BkXyzI'],
    ['nothing', ''],
    ['a character outside the alphabet', "006Hs00000BkXy'"],
    ['a trailing newline', '006Hs00000BkXyz\n'],
  ])('refuses %s', (_what, text) => {
    expect(isRecordId(text)).toBe(false);
  });

  test('tells the object by the prefix when asked', () => {
    expect(isRecordId('006Hs00000BkXyzIAF', 'Opportunity')).toBe(true);
    expect(isRecordId('006Hs00000BkXyzIAF', 'Account')).toBe(false);
  });
});

describe('toRecordId18', () => {
  test('adds the checksum to 15 characters', () => {
    expect(toRecordId18('006Hs00000BkXyz')).toBe('006Hs00000BkXyzIAF');
    expect(toRecordId18('00Gxx0000000701')).toBe('00Gxx0000000701EAA');
  });

  test('writes the checksum in capitals', () => {
    expect(toRecordId18('006Hs00000BkXyziaf')).toBe('006Hs00000BkXyzIAF');
  });

  test('refuses a wrong checksum and says what to do', () => {
    expect(() => toRecordId18('006Hs00000BkXyzIAA')).toThrow(InvalidInputError);
    expect(() => toRecordId18('006Hs00000BkXyzIAA')).toThrow(/checksum/);
  });
});

test('every key prefix is three characters and belongs to one object', () => {
  const prefixes = Object.values(keyPrefix);
  expect(prefixes.every((prefix) => /^[A-Za-z0-9]{3}$/.test(prefix))).toBe(true);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
