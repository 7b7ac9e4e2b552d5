import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

const task = (Subject: string | null, more = {}) => ({ attributes: { type: 'Task' }, Subject, ...more });

describe('collections of records', () => {
  test('tell failures in the body, with status 200', async () => {
    const { status, body } = await rest.call('POST', '/composite/sobjects', {
      records: [task('one'), task('x'.repeat(256))],
    });
    expect(status).toBe(200);
    expect(body).toEqual([
      { id: expect.any(String), success: true, errors: [] },
      {
        success: false,
        errors: [{ statusCode: 'STRING_TOO_LONG', message: expect.any(String), fields: ['Subject'] }],
      },
    ]);
  });

  test('all or none keeps nothing when one fails', async () => {
    const before = salesforce.records('Task').length;
    const { body } = await rest.call('POST', '/composite/sobjects', {
      allOrNone: true,
      records: [task('one'), task('x'.repeat(256))],
    });
    expect(body[0]).toMatchObject({
      success: false,
      errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }],
    });
    expect(salesforce.records('Task')).toHaveLength(before);
  });

  test('are changed, read and deleted', async () => {
    const created = await rest.call('POST', '/composite/sobjects', { records: [task('a'), task('b')] });
    const ids = created.body.map(({ id }: { id: string }) => id);
    await rest.call('PATCH', '/composite/sobjects', {
      records: [{ attributes: { type: 'Task' }, id: ids[0], Subject: 'changed' }],
    });
    const read = await rest.call(
      'GET',
      `/composite/sobjects/Task?ids=${ids[0]},00Txx0000009999AAA&fields=Subject`,
    );
    expect(read.body).toEqual([{ attributes: expect.anything(), Subject: 'changed' }, null]);
    const removed = await rest.call('DELETE', `/composite/sobjects?ids=${ids.join(',')}`);
    expect(removed.body.map(({ success }: { success: boolean }) => success)).toEqual([true, true]);
    const again = await rest.call('DELETE', `/composite/sobjects?ids=${ids.join(',')}&allOrNone=true`);
    expect(again.body[0].errors[0].statusCode).toBe('ENTITY_IS_DELETED');
  });

  test('hold 200 records at most', async () => {
    const records = Array.from({ length: 201 }, () => task('many'));
    const { status } = await rest.call('POST', '/composite/sobjects', { records });
    expect(status).toBe(400);
  });

  test('an unknown object or field is refused', async () => {
    const { body } = await rest.call('POST', '/composite/sobjects', {
      records: [{ attributes: { type: 'Nothing' } }],
    });
    expect(body[0].errors[0].statusCode).toBe('INVALID_TYPE');
    expect((await rest.call('GET', '/composite/sobjects/Task?ids=x&fields=Nope')).status).toBe(400);
  });
});
