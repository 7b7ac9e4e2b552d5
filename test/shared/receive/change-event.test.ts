import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '../../../shared/error.ts';
import { readChangeEvent } from '../../../shared/receive/change-event.ts';

const header = {
  entityName: 'Opportunity',
  recordIds: ['006Hs00000BkXyzIAF'],
  changeType: 'UPDATE',
  changedFields: ['StageName'],
};
const text = (event: unknown) => JSON.stringify(event);

describe('A change event', () => {
  const read = {
    object: 'Opportunity',
    recordIds: ['006Hs00000BkXyzIAF'],
    changeType: 'UPDATE',
    changedFields: ['StageName'],
  };

  it.each([
    [
      'as CometD delivers it',
      { channel: '/data/ChangeEvents', data: { payload: { ChangeEventHeader: header } } },
    ],
    ['as its payload alone', { ChangeEventHeader: header, StageName: 'Closed Won' }],
    ['wrapped in payload', { payload: { ChangeEventHeader: header } }],
    ['wrapped in data', { data: { ChangeEventHeader: header } }],
  ])('is read %s', (_, event) => {
    expect(readChangeEvent(text(event))).toMatchObject(read);
  });

  it('carries the values of the change without its header', () => {
    const event = {
      data: { payload: { ChangeEventHeader: header, StageName: 'Closed Won', Amount: 75000 } },
    };
    expect(readChangeEvent(text(event)).values).toEqual({ StageName: 'Closed Won', Amount: 75000 });
  });

  it('keeps each record once and completes 15-character ids', () => {
    const event = { ChangeEventHeader: { ...header, recordIds: ['006Hs00000BkXyz', '006Hs00000BkXyzIAF'] } };
    expect(readChangeEvent(text(event)).recordIds).toEqual(['006Hs00000BkXyzIAF']);
  });

  it.each(['CREATE', 'UNDELETE', 'GAP_UPDATE'])('touches all fields when its type is %s', (changeType) => {
    expect(readChangeEvent(text({ ChangeEventHeader: { ...header, changeType } })).changedFields).toBe('all');
  });

  it.each([
    ['is not JSON', '{"a":', 'it is not JSON'],
    ['is JSON but no object', '[1]', 'it is not a JSON object'],
    ['has no header', '{"payload":{}}', 'it has no ChangeEventHeader'],
    ['names no object', text({ ChangeEventHeader: { ...header, entityName: 7 } }), 'entityName is missing'],
    [
      'has an unknown type',
      text({ ChangeEventHeader: { ...header, changeType: 'EDIT' } }),
      'changeType is not one of CREATE',
    ],
    [
      'has no record ids',
      text({ ChangeEventHeader: { ...header, recordIds: [] } }),
      'recordIds is not a list',
    ],
    [
      'has an id of another object',
      text({ ChangeEventHeader: { ...header, recordIds: ['500xx0000000401AAA'] } }),
      'which is not the id of a record of Opportunity',
    ],
    [
      'has an id with a wrong checksum',
      text({ ChangeEventHeader: { ...header, recordIds: ['006Hs00000BkXyzIAA'] } }),
      '006Hs00000BkXyzIAA',
    ],
    ['has a wildcard for an id', text({ ChangeEventHeader: { ...header, recordIds: ['006*'] } }), '006*'],
    [
      'has changed fields that are no list',
      text({ ChangeEventHeader: { ...header, changedFields: 'StageName' } }),
      'changedFields is not a list',
    ],
  ])('is refused with the reason when it %s', (_, event, reason) => {
    expect(() => readChangeEvent(event)).toThrow(InvalidInputError);
    expect(() => readChangeEvent(event)).toThrow(reason);
  });
});
