import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dealRoom } from '../../signal/deal-room.ts';
import { demos } from '../../signal/demos.ts';
import { recordCard } from '../../signal/record-card.ts';
import { startWorld, type World } from '../../world.ts';
import type { FormField } from './form-field.ts';
import { FormProblem } from './form-problem.ts';
import { readForm } from './read-form.ts';
import { type SignalForm, signalForm } from './signal-form.ts';

describe('The form of a signal', () => {
  let world: World;
  let dealForm: SignalForm;
  beforeAll(async () => {
    world = await startWorld();
    dealForm = await signalForm(dealRoom, world);
  });
  afterAll(() => world.close());

  /** What a browser sends of a form that nobody touched, but for these fields. */
  function sent(form: SignalForm, changed: Readonly<Record<string, string>> = {}): URLSearchParams {
    const given = new URLSearchParams({ start: 'form', trouble: 'none' });
    const fields: readonly FormField[] = [...form.record, ...form.settings.map(({ field }) => field)];
    for (const { name, value } of fields)
      for (const item of typeof value === 'string' ? [value] : value) given.append(name, item);
    for (const [name, value] of Object.entries(changed)) given.set(name, value);
    return given;
  }

  it.each(
    demos,
  )('of $signal asks for nothing else than what is shipped when nobody touches it', async (demo) => {
    const form = await signalForm(demo, world);
    const { changed, demo: asked, edited } = readForm(form, sent(form));
    expect({ changed, chosen: asked.chosen, edited }).toEqual({
      changed: {},
      chosen: demo.chosen,
      edited: {},
    });
  });

  it('reads a record and its settings as their types want them', () => {
    const asked = readForm(
      dealForm,
      sent(dealForm, {
        'record.Amount': '1,250,000.50',
        'record.SE__c': '',
        'record.Account.Name': ' Globex ',
        'setting.open_deal_room.emails': 'legal@acme.example\nops@acme.example',
        'setting.open_deal_room.aliases': 'old@acme.example = new@acme.example',
        'setting.open_deal_room.is_private': 'false',
        'setting.open_deal_room.arr_field': '',
        'setting.opportunity_entered_stage.stages': 'Prospecting',
        trouble: 'token',
      }),
    );
    expect(asked.changed).toEqual({ Amount: 1_250_000.5, SE__c: null, 'Account.Name': 'Globex' });
    expect(asked.demo.chosen).toEqual({
      opportunity_entered_stage: { stages: ['Prospecting'] },
      open_deal_room: {
        ...dealRoom.chosen.open_deal_room,
        emails: ['legal@acme.example', 'ops@acme.example'],
        aliases: [{ from: 'old@acme.example', to: 'new@acme.example' }],
        is_private: 'false',
        arr_field: undefined,
      },
    });
    expect(asked.trouble).toBe('token');
  });

  it.each([
    ['record.Amount', '75k', 'Amount: "75k" is not a number.'],
    ['record.CloseDate', '30.9.', 'Close Date: "30.9." is not a date.'],
    ['record.Name', ' ', 'Name: it is empty.'],
    ['record.Name', 'x'.repeat(121), 'Name: it has 121 characters, and Salesforce keeps 120.'],
    ['setting.open_deal_room.aliases', 'old@acme.example', '"old@acme.example" is not a pair.'],
    ['setting.open_deal_room.arr_field', 'Amount; DROP', 'ARR Field'],
    [
      'setting.open_deal_room.emails',
      Array.from({ length: 11 }, (_, n) => `p${n}@a.example`).join(','),
      'More People: it holds 11 items, more than 10.',
    ],
  ])('names %s when it holds %j', (field, value, message) => {
    const read = () => readForm(dealForm, sent(dealForm, { [field]: value }));
    expect(read).toThrow(FormProblem);
    expect(read).toThrow(expect.objectContaining({ field, message: expect.stringContaining(message) }));
  });

  it('lets people write something else in Slack', async () => {
    const form = await signalForm(recordCard, world);
    const { demo } = readForm(form, sent(form, { 'ask.1': 'contact Jo' }));
    expect(demo.phases.map(({ asks }) => asks?.text)).toEqual(['acct Acme', 'contact Jo']);
  });

  it('takes a record as the REST API shows it, without what Salesforce keeps itself', () => {
    const record = {
      attributes: { type: 'Opportunity', url: '/services/data/v66.0/sobjects/Opportunity/006' },
      Id: '006000000000001AAA',
      StageName: 'Closed Won',
      Amount: 12.5,
      IsWon: true,
      SystemModstamp: '2026-11-20T22:00:00.000+0000',
      Account: { Name: 'Hooli' },
    };
    const given = sent(dealForm, { start: 'record', 'paste.record': JSON.stringify(record) });
    expect(readForm(dealForm, given).changed).toEqual({ StageName: 'Closed Won', Amount: 12.5 });
  });

  it('takes edited blueprints as they stand, without the settings of the form', () => {
    const path = 'blueprints/deal-room/zap.json';
    const given = sent(dealForm, { start: 'blueprint', [`paste.blueprint.${path}`]: '{"zaps": []}' });
    const { edited, demo } = readForm(dealForm, given);
    expect(edited[path]).toBe('{"zaps": []}');
    expect(demo.chosen).toBe(dealRoom.chosen);
  });
});
