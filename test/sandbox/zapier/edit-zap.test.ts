import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { checkZap } from './check-zap.ts';
import {
  duplicateZap,
  insertStep,
  moveStep,
  type NewStep,
  removeStep,
  renameStep,
  renameZap,
  setParam,
} from './edit-zap.ts';
import fixture from './fixture/app.ts';
import {
  APP,
  branch,
  delay,
  equals,
  errorHandler,
  fileOf,
  filter,
  guarded,
  newTicket,
  postNote,
  zapOf,
} from './fixture/zap.ts';
import { sourceRuntime } from './source-runtime.ts';
import { readZapExport, type Zap } from './zap-export.ts';
import { ZapProblem } from './zap-problem.ts';

const app = await sourceRuntime(fixture);

const plain = zapOf(
  newTicket,
  filter('1__subject', 'Printer'),
  postNote({ text: '{{1__subject}}' }, { title: 'First' }),
  postNote({ text: '{{3__id}} and {{1__subject}}', labels: { of: '{{3__text}}' } }, { title: 'Second' }),
);
const branching = zapOf(
  newTicket,
  { type_of: 'write', selected_api: 'BranchingAPI', action: 'branch' },
  branch(2, 0, { filter_criteria: [equals('1__subject', 'Printer')] }),
  postNote({ text: 'a' }),
  branch(2, 1, { filter_criteria: [equals('1__subject', 'Desk')] }),
  postNote({ text: 'b' }),
);
const wait: NewStep = {
  type_of: 'write',
  selected_api: 'DelayCLIAPI@1.1.1',
  action: 'delay_for',
  params: { delay_for_value: '1', delay_for_unit: 'minutes' },
  title: 'Wait',
};

/** The steps in short: id, parent, title; the Zap is still one that Zapier could have exported and that runs. */
function steps(zap: Zap): readonly string[] {
  expect(readZapExport(JSON.stringify(fileOf(zap))).zaps[0]).toEqual(zap);
  checkZap(zap, app, 'App0CLIAPI');
  return Object.values(zap.nodes).map(({ id, parent_id, title }) => `${parent_id ?? ''}>${id} ${title}`);
}
const params = (zap: Zap, step: number) => zap.nodes[String(step)]?.params;

describe('an edit of a Zap', () => {
  it('fills in, changes and empties a param', () => {
    const filled = setParam(plain, 3, 'channel', 'general');
    expect(params(filled, 3)).toEqual({ text: '{{1__subject}}', channel: 'general' });
    expect(params(setParam(filled, 3, 'channel', undefined), 3)).toEqual({ text: '{{1__subject}}' });
    expect(params(plain, 3)).toEqual({ text: '{{1__subject}}' });
  });

  it('renames a step or the Zap, whose title is its trigger’s', () => {
    const { title, nodes } = renameZap(renameStep(renameStep(plain, 3, 'Post'), 1, 'When'), 'Desk');
    expect([title, nodes['1']?.title, nodes['1']?.meta.stepTitle]).toEqual(['Desk', 'Desk', 'When']);
    expect([nodes['3']?.title, nodes['3']?.meta.stepTitle]).toEqual(['Post', 'Post']);
  });

  it('inserts a step, and mappings follow the steps they read', () => {
    const edited = insertStep(plain, 2, wait);
    expect(steps(edited)).toEqual(['>1 Tickets', '1>2 Step 2', '2>3 Wait', '3>4 First', '4>5 Second']);
    expect(params(edited, 5)).toEqual({
      text: '{{4__id}} and {{1__subject}}',
      labels: { of: '{{4__text}}' },
    });
  });

  it('inserts a step at the end and inside a branch', () => {
    expect(steps(insertStep(plain, 4, wait)).at(-1)).toBe('4>5 Wait');
    expect(steps(insertStep(branching, 3, wait))).toEqual([
      '>1 Tickets',
      '1>2 Step 2',
      '2>3 Step 3',
      '3>4 Wait',
      '4>5 Step 4',
      '2>6 Step 5',
      '6>7 Step 6',
    ]);
  });

  it('removes the filter, and what followed follows the step before', () => {
    const edited = removeStep(plain, 2);
    expect(steps(edited)).toEqual(['>1 Tickets', '1>2 First', '2>3 Second']);
    expect(params(edited, 3)).toMatchObject({ text: '{{2__id}} and {{1__subject}}' });
  });

  it('removes no step that another one reads', () => {
    expect(() => removeStep(plain, 3)).toThrow('Step 4 "Second" maps step 3, which is to be removed');
    const filtered = zapOf(newTicket, postNote({ text: 'x' }), filter('2__id', '1'), postNote({ text: 'x' }));
    expect(() => removeStep(filtered, 2)).toThrow('Step 3 "Step 3" maps step 2');
    const handled = zapOf(newTicket, postNote({ text: 'x' }, guarded), ...errorHandler(2));
    expect(() => removeStep(handled, 2)).toThrow('maps step 2');
  });

  it('moves a step forward and back', () => {
    const moved = moveStep(plain, 2, 3);
    expect(steps(moved)).toEqual(['>1 Tickets', '1>2 First', '2>3 Step 2', '3>4 Second']);
    expect(params(moved, 4)).toMatchObject({ text: '{{2__id}} and {{1__subject}}' });
    expect(moveStep(moved, 3, 1)).toEqual(plain);
  });

  it('leaves it to the check to find what was moved before the step it reads', () => {
    const wrong = moveStep(plain, 4, 1);
    expect(() => checkZap(wrong, app, 'App0CLIAPI')).toThrow('maps step 4, which has not run well before it');
  });

  it('follows the filters of an error handler too', () => {
    const handled = zapOf(newTicket, delay('1'), postNote({ text: 'x' }, guarded), ...errorHandler(3));
    expect(steps(removeStep(handled, 2))).toHaveLength(7);
  });

  it('appends a copy of the Zap, numbered on', () => {
    const file = duplicateZap(duplicateZap(fileOf(plain), 1), 5, 'Third');
    expect(readZapExport(JSON.stringify(file))).toEqual(file);
    const [, copy, third] = file.zaps;
    expect([copy?.id, copy?.title, Object.keys(copy?.nodes ?? {})]).toEqual([
      5,
      'Tickets (copy)',
      ['5', '6', '7', '8'],
    ]);
    expect(copy && params(copy, 8)).toMatchObject({ text: '{{7__id}} and {{5__subject}}' });
    expect([third?.id, third?.title, third?.nodes['9']?.title]).toEqual([9, 'Third', 'Third']);
    if (copy) checkZap(copy, app, 'App0CLIAPI');
  });

  it.each<[string, () => unknown, string]>([
    ['a step that is not there', () => setParam(plain, 9, 'text', 'x'), 'has no step 9'],
    ['the trigger', () => removeStep(plain, 1), 'is the trigger'],
    ['Paths', () => removeStep(branching, 2), 'branches'],
    ['what should follow Paths', () => insertStep(branching, 2, wait), 'Nothing can follow the Paths'],
    ['a step behind itself', () => moveStep(plain, 2, 2), 'cannot stand behind itself'],
    ['a Zap that is not there', () => duplicateZap(fileOf(plain), 7), 'has no Zap 7'],
  ])('refuses %s', (_, edit, message) => {
    expect(edit).toThrow(ZapProblem);
    expect(edit).toThrow(message);
    expect(edit).toThrow(/^[^\n]+; [^\n]+\.$/);
  });
});

it('A shipped blueprint takes the same edits and stays a file that Zapier could have exported.', () => {
  const text = readFileSync(`${import.meta.dirname}/../../../blueprints/deal-room/zap.json`, 'utf8');
  const file = readZapExport(text);
  const [zap] = file.zaps;
  if (zap === undefined) throw new Error('no Zap');
  const post: NewStep = {
    type_of: 'write',
    selected_api: APP,
    action: 'post_note',
    params: { text: '{{3__channel_id}}' },
    title: 'Note',
  };
  const edited = removeStep(insertStep(setParam(zap, 3, 'team_roles', ['None']), 3, post), 2);
  const reread = readZapExport(JSON.stringify({ ...file, zaps: [edited] }));
  expect(reread.zaps[0]?.nodes['3']?.params).toEqual({ text: '{{2__channel_id}}' });
});
