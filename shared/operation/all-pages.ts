import type { Answer } from '../delivery/call.ts';
import type { Salesforce } from '../salesforce/client.ts';

interface Page {
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: readonly unknown[];
}

/**
 * The answer with all rows of the queries in it: Salesforce gives fewer than 2,000 at once when rows are large, and the others at another
 * address, one call a page.
 */
export async function withAllPages(
  salesforce: Salesforce,
  answer: Answer | undefined,
): Promise<Answer | undefined> {
  const parts = Object.entries(answer ?? {}).map(async ([name, part]) => {
    const { body } = part as { readonly body?: Partial<Page> };
    if (body?.done !== false || body.records === undefined) return [name, part] as const;
    return [name, { ...(part as object), body: await whole(salesforce, body as Page) }] as const;
  });
  return answer && Object.fromEntries(await Promise.all(parts));
}

/** The rows of the query that a path asks for, one call a page. */
export async function allRows(salesforce: Salesforce, path: string): Promise<readonly unknown[]> {
  return (await whole(salesforce, (await salesforce({ method: 'GET', path })) as Page)).records;
}

async function whole(salesforce: Salesforce, first: Page): Promise<Page> {
  const records = [...first.records];
  let page = first;
  while (!page.done && page.nextRecordsUrl !== undefined) {
    page = (await salesforce({ method: 'GET', path: page.nextRecordsUrl })) as Page;
    records.push(...page.records);
  }
  return { ...first, done: true, records };
}
