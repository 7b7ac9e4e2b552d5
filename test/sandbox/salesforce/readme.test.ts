import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { serve } from '../serve.ts';
import { bayeuxClient } from './cometd/bayeux-client.ts';
import { realWait } from './cometd/streaming.ts';
import { defaultFeatures } from './features.ts';
import { defaultLimits } from './org.ts';
import { startSalesforce } from './salesforce.ts';
import { DEMO_DEAL } from './sample-org/opportunity.ts';

const README = readFileSync(new URL('README.md', import.meta.url), 'utf8');
const tableNames = (heading: string) => {
  const [, table = ''] = README.split(`| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name]) => name));
};

test('the README names every feature and every limit, and no other', () => {
  expect(tableNames('feature').sort()).toEqual(Object.keys(defaultFeatures).sort());
  expect(tableNames('limit').sort()).toEqual(Object.keys(defaultLimits).sort());
});

test('the example of the README does what its comments say', async () => {
  const HOUR = 60 * 60 * 1000;
  const hook = await serve('hook', async () => new Response('ok'));
  const salesforce = await startSalesforce({
    hosts: { 'https://hook.example': hook.url },
    wait: (milliseconds, signal) => realWait(milliseconds / 100, signal),
  });
  const subscription = {
    Url__c: 'https://hook.example/x',
    Object__c: 'Opportunity',
    Entry__c: 'StageName=Closed Won',
    Secret__c: 's',
  };
  salesforce.insert('Dealwire_Subscription__c', subscription);
  salesforce.transaction(() => {
    salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
    salesforce.update('Opportunity', DEMO_DEAL, { NextStep: null });
  });
  expect(salesforce.changeEvents).toHaveLength(1);
  await salesforce.settled();
  expect(hook.calls).toHaveLength(1);
  const subscribe = async () => {
    const client = bayeuxClient(salesforce);
    await client.handshake();
    const answer = await client.subscribe(
      '/data/ChangeEvents',
      salesforce.changeEvents[0]?.data.event.replayId,
    );
    return answer.successful;
  };
  expect(await subscribe()).toBe(true);
  salesforce.clock.advance(72 * HOUR + 1);
  expect(await subscribe()).toBe(false);
  await salesforce.close();
  await hook.close();
});
