import { describe, expect, it } from '@jest/globals';
import { dependencies } from '../../../shared/delivery/dependency.ts';
import type { Step } from '../../../shared/delivery/step.ts';
import { answer, exists, fieldsOf, note } from '../../../shared/language/index.ts';
import { openDealRoom } from '../../../shared/operation/action/open-deal-room.ts';
import { Opportunity } from '../../../shared/signal/object/opportunity.ts';

const writes = (name: string, ...notes: readonly string[]): Step => ({
  name,
  notes: Object.fromEntries(notes.map((key) => [key, answer('text', key)])),
});

describe('A step waits for', () => {
  it.each<[string, Partial<Step>]>([
    ['its condition', { when: exists(note('text', 'a')) }],
    ['its call', { call: { to: 'slack', method: 'x', body: { deep: [{ text: note('text', 'a') }] } } }],
    ['its notes', { notes: { b: note('text', 'a') } }],
    ['its failures', { fail: [{ when: exists(note('text', 'a')), as: 'busy' }] }],
    ['its repetition', { again: { while: exists(note('text', 'a')), limit: 2 } }],
  ])('the steps that write what %s reads', (_, reads) => {
    expect(dependencies([writes('one', 'a'), writes('two', 'z'), { name: 'three', ...reads }])).toEqual([
      [],
      [],
      [0],
    ]);
  });

  it('the step that notes the record, when it reads a field', () => {
    const fields = { b: fieldsOf(Opportunity)('Name') };
    expect(dependencies([writes('claim', 'record'), { name: 'name', notes: fields }])).toEqual([[], [0]]);
  });

  it('those it names, and none that come later', () => {
    const after: Step = { name: 'last', after: ['one'], when: exists(note('text', 'late')) };
    expect(dependencies([writes('one'), after, writes('three', 'late')])).toEqual([[], [0], []]);
  });

  it('no step that is not there: that is a mistake in the table', () => {
    expect(() => dependencies([{ name: 'a', after: ['b'] }, { name: 'b' }])).toThrow(
      'The step "a" waits for "b", which is not an earlier step.',
    );
  });
});

it('The deal room looks people up, opens the room and reads its bookmarks without waiting for one another', () => {
  const { steps } = openDealRoom.delivery;
  const waits = dependencies(steps);
  const position = (name: string) => steps.findIndex((step) => step.name === name);
  const reaches = (from: number, to: number): boolean =>
    from === to || (waits[from] ?? []).some((earlier) => reaches(earlier, to));
  const independent = (one: string, other: string) =>
    !reaches(position(one), position(other)) && !reaches(position(other), position(one));
  expect(independent('look up person 1', 'look up person 10')).toBe(true);
  expect(independent('look up person 1', 'create the room')).toBe(true);
  expect(independent('set the topic', 'invite the people')).toBe(true);
  expect(independent('post the announcement', 'post the briefing')).toBe(true);
  expect(reaches(position('close the delivery'), position('pin the briefing'))).toBe(true);
  expect(reaches(position('create the room'), position('take over the delivery'))).toBe(true);
});
