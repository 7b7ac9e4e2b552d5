import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type RestCaller, restCaller } from './rest-caller.ts';
import { type SalesforceStandIn, startSalesforce } from './salesforce.ts';

let salesforce: SalesforceStandIn;
let rest: RestCaller;
beforeAll(async () => {
  salesforce = await startSalesforce();
  rest = restCaller(salesforce);
});
afterAll(() => salesforce.close());

test('the versions are listed without a token, named by season', async () => {
  const versions = (await (await fetch(`${salesforce.url}/services/data`)).json()) as { version: string }[];
  expect(versions.at(0)?.version).toBe('41.0');
  expect(versions.slice(-3)).toEqual([
    { label: "Spring '26", url: '/services/data/v66.0', version: '66.0' },
    { label: "Summer '26", url: '/services/data/v67.0', version: '67.0' },
    { label: "Winter '27", url: '/services/data/v68.0', version: '68.0' },
  ]);
});

test.each([
  ['/services/data/v68.0/limits', 200],
  ['/services/data/v31.0/limits', 200],
  ['/services/data/v30.0/limits', 410],
  ['/services/data/v69.0/limits', 404],
  ['/services/data/v66.0/nonsense', 404],
  ['/services/data/latest/limits', 404],
  ['/nonsense', 404],
])('%s is answered with %d', async (path, status) => {
  expect((await rest.call('GET', path)).status).toBe(status);
});

test('a known path with another method is 405, and says which methods there are', async () => {
  const { status, body } = await rest.call('PUT', '/sobjects/Account/001xx0000000104AAA', {});
  expect(status).toBe(405);
  expect(body).toEqual([
    {
      errorCode: 'METHOD_NOT_ALLOWED',
      message: "HTTP Method 'PUT' not allowed. Allowed are GET,PATCH,DELETE",
    },
  ]);
});

test('a body that is not JSON is JSON_PARSER_ERROR', async () => {
  const { accessToken } = salesforce.issueToken();
  const answer = await fetch(`${salesforce.url}/services/data/v66.0/sobjects/Account`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: '{"Name":',
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
});
