import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidInputError, PushRefusedError } from '../../shared/error.ts';
import { checkInputs } from '../../shared/operation/check-input.ts';
import { actions, searches, triggers } from '../../shared/operation/operations.ts';
import { readChangeEvent } from '../../shared/receive/change-event.ts';
import { readPush } from '../../shared/receive/push.ts';
import { instanceOrigin, loginOrigin } from '../../shared/salesforce/login-host.ts';
import { isRecordId } from '../../shared/salesforce/record-id.ts';
import { toBotToken } from '../../shared/slack/bot-token.ts';
import { fakeClock } from '../sandbox/clock.ts';
import { Refusal } from '../sandbox/iml/refusal.ts';
import { checkBlueprint } from '../sandbox/make/check-blueprint.ts';
import { generatedApp } from '../sandbox/make/generated-app.ts';
import { receiveWebhook } from '../sandbox/make/receive-webhook.ts';
import { readIncoming } from '../sandbox/make/webhook/incoming.ts';
import { readZapExport } from '../sandbox/zapier/zap-export.ts';
import { ZapProblem } from '../sandbox/zapier/zap-problem.ts';
import { nastyText } from '../shared/target/nasty-text.ts';
import { anyJson, mutated, spliced } from './mutate.ts';

/** Inputs to each reader; more through the environment variable DEALWIRE_FUZZ. */
const RUNS = Number(process.env.DEALWIRE_FUZZ ?? 300);
const SETTINGS = { seed: 20_261_120, numRuns: RUNS } as const;
/** Milliseconds that one input may take. */
const LONGEST = 2000;
/** What no error may repeat. */
const SECRET = 'secret-that-nobody-may-see';

let inputs = 0;
afterAll(() => {
  process.stdout.write(`fuzz: ${inputs} inputs were read or refused\n`);
});

/** Hands an input to a reader: it takes it, or refuses it by one of its own errors, soon, and without the secret. */
async function take(read: () => unknown, ...refusals: readonly (new (...a: never[]) => Error)[]) {
  inputs += 1;
  const start = performance.now();
  try {
    return await read();
  } catch (error) {
    if (!refusals.some((refusal) => error instanceof refusal)) throw error;
    expect(`${(error as Error).message} ${(error as { fix?: string }).fix ?? ''}`).not.toContain(SECRET);
    return undefined;
  } finally {
    expect(performance.now() - start).toBeLessThan(LONGEST);
  }
}

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const textOf = (value: unknown) => JSON.stringify(value) ?? 'undefined';

describe('An event is read, or refused with the reason', () => {
  it('of Change Data Capture', async () => {
    const event = json('blueprints/deal-room/change-event.json');
    const any = fc.oneof(mutated(event).map(textOf), spliced(textOf(event)), anyJson.map(textOf));
    await fc.assert(
      fc.asyncProperty(any, async (text) => {
        const read = (await take(() => readChangeEvent(text), InvalidInputError)) as
          | ReturnType<typeof readChangeEvent>
          | undefined;
        expect(read?.recordIds.every((id) => isRecordId(id)) ?? true).toBe(true);
      }),
      SETTINGS,
    );
  });

  it('of the Salesforce package', async () => {
    const organizationId = '00Dxx0000001gPLEAY';
    const call = { secret: SECRET, object: 'Case', organizationId, recordIds: ['500xx0000000404AAA'] };
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(call), anyJson), async (body) => {
        const expected = { object: 'Case', organizationId, secret: SECRET } as const;
        const ids = (await take(() => readPush(body, expected), PushRefusedError)) as
          | readonly string[]
          | undefined;
        expect(ids?.every((id) => isRecordId(id, 'Case')) ?? true).toBe(true);
      }),
      SETTINGS,
    );
  });

  it('of the Salesforce package, on Make', async () => {
    const call = { secret: SECRET, object: 'Case', organizationId: 'x', recordIds: ['500xx0000000404AAA'] };
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(call), anyJson), async (body) => {
        await receive('caseEscalatedInstantly', textOf(body), 'application/json');
      }),
      SETTINGS,
    );
  });

  it('of an outbound message, on Make', async () => {
    const message =
      '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><notifications xmlns="http://soap.sforce.com/2005/09/outbound"><OrganizationId>x</OrganizationId><Notification><Id>04l000000000001AAA</Id><sObject xsi:type="sf:Case"><sf:Id>500xx0000000404AAA</sf:Id></sObject></Notification></notifications></soapenv:Body></soapenv:Envelope>';
    await fc.assert(
      fc.asyncProperty(fc.oneof(spliced(message), nastyText), async (text) => {
        await receive('caseEscalatedByFlow', text, 'text/xml');
      }),
      SETTINGS,
    );
  });
});

const unused = (): never => {
  throw new Error('A webhook calls nobody.');
};

/** Lets a webhook of the generated app read a body; what gets through names a case by its id. */
async function receive(webhook: string, body: string, type: string): Promise<void> {
  const run = {
    app: generatedApp,
    world: { fetch: unused, hosts: {}, clock: fakeClock(), sleep: unused, timezone: 'UTC' },
    connection: {},
  };
  const request = new Request(`https://hook.eu2.make.com/abc?secret=${SECRET}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  const read = async () => receiveWebhook(run, webhook, { secret: SECRET }, await readIncoming(request));
  const received = (await take(read, Refusal)) as ReturnType<typeof receiveWebhook> | undefined;
  for (const item of received?.items ?? [])
    expect((item as { record_ids: readonly string[] }).record_ids.every((id) => isRecordId(id, 'Case'))).toBe(
      true,
    );
}

describe('A blueprint file is read, or every problem in it is told', () => {
  it('of Zapier', async () => {
    const file = json('blueprints/case-escalation/zap.json');
    const any = fc.oneof(mutated(file).map(textOf), spliced(textOf(file)), anyJson.map(textOf));
    await fc.assert(
      fc.asyncProperty(any, async (text) => void (await take(() => readZapExport(text), ZapProblem))),
      SETTINGS,
    );
  });

  it('of Make', async () => {
    const file = json('blueprints/case-escalation/scenario.json');
    await fc.assert(
      fc.asyncProperty(fc.oneof(mutated(file), anyJson), async (value) => {
        expect(Array.isArray(await take(() => checkBlueprint(value)))).toBe(true);
      }),
      SETTINGS,
    );
  });
});

describe('What people type into a connection or a step is taken, or refused with the field', () => {
  const typed = fc.oneof(nastyText, fc.string(), fc.webUrl(), fc.domain());

  it('as a bot token, which no error repeats', async () => {
    const token = fc
      .tuple(fc.constantFrom('xoxb-', 'xoxp-', 'xoxe.', 'xapp-', ' xoxb-', ''), typed)
      .map(([start, end]) => `${start}${SECRET}${end}`);
    await fc.assert(
      fc.asyncProperty(token, async (text) => {
        const taken = await take(() => toBotToken(text), InvalidInputError);
        if (taken !== undefined) expect(taken).toMatch(/^xoxb-[A-Za-z0-9-]+$/);
      }),
      SETTINGS,
    );
  });

  it('as a login host, a My Domain or an instance, none of which leads away from Salesforce', async () => {
    const host = fc
      .tuple(
        typed,
        fc.constantFrom(
          '',
          '.my.salesforce.com',
          '@acme.my.salesforce.com',
          '.salesforce.com/',
          '#.my.salesforce.com',
        ),
      )
      .map(([start, end]) => `${start}${end}`);
    await fc.assert(
      fc.asyncProperty(host, async (text) => {
        for (const read of [
          () => loginOrigin({ host: text }),
          () => loginOrigin({ host: 'login.salesforce.com', myDomain: text }),
          () => instanceOrigin(text),
          () => instanceOrigin(`https://${text}`),
        ]) {
          const origin = await take(read, InvalidInputError);
          if (origin !== undefined) expect(new URL(String(origin)).host).toMatch(/(^|\.)salesforce\.com$/);
        }
      }),
      SETTINGS,
    );
  });

  it('as an input of any operation', async () => {
    const operations = [...actions, ...searches, ...triggers].map(({ operation }) => operation);
    const values = fc
      .constantFrom(...operations)
      .chain((operation) =>
        fc
          .record(
            Object.fromEntries(
              operation.inputs.map(({ key }) => [key, fc.option(anyJson, { nil: undefined })]),
            ),
          )
          .map((given) => ({ operation, given })),
      );
    await fc.assert(
      fc.asyncProperty(values, async ({ operation, given }) => {
        await take(() => checkInputs(operation, given), InvalidInputError);
      }),
      SETTINGS,
    );
  });
});
