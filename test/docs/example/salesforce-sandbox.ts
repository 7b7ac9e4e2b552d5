import { startSalesforce } from '../../sandbox/salesforce/salesforce.ts';
import { DEMO_DEAL } from '../../sandbox/salesforce/sample-org/opportunity.ts';

const HOUR = 60 * 60 * 1000;

export async function example(hook: { readonly url: string }, quickly: () => Promise<void>) {
  const salesforce = await startSalesforce({ hosts: { 'https://hook.example': hook.url }, wait: quickly });
  salesforce.transaction(() => {
    salesforce.update('Opportunity', DEMO_DEAL, { StageName: 'Closed Won' });
    salesforce.update('Opportunity', DEMO_DEAL, { NextStep: null });
  }); // one change event
  await salesforce.settled(); // every call of the package and every outbound message was answered
  salesforce.clock.advance(72 * HOUR); // replay ids older than this are invalid from now on
}
