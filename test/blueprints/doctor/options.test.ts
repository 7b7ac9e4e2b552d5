import { describe, expect, it } from '@jest/globals';
import { readOptions, signalNames } from '../../../blueprints/doctor/options.ts';
import type { InvalidInputError } from '../../../shared/error.ts';

function refusal(...argv: string[]): InvalidInputError {
  try {
    readOptions(argv);
  } catch (error) {
    return error as InvalidInputError;
  }
  throw new Error('It was taken.');
}

describe('The options of the doctor', () => {
  it('ask for every signal, by polling every quarter of an hour, unless told', () => {
    expect(readOptions([])).toMatchObject({
      signals: signalNames,
      ways: ['poll'],
      fields: [],
      channels: [],
      interval: 15,
      tryRoom: false,
      json: false,
      sandbox: false,
    });
  });

  it('are read as typed, with or without blanks', () => {
    expect(
      readOptions([
        '--signals=deal-room, new-lead',
        '--ways',
        'poll,replay',
        '--objects',
        'Opportunity,Account',
        '--fields',
        'Opportunity.ARR__c',
        '--channels',
        'C0123ABCD',
        '--interval',
        '5',
        '--try-room',
        '--json',
      ]),
    ).toEqual({
      signals: ['deal-room', 'new-lead'],
      ways: ['poll', 'replay'],
      objects: ['Opportunity', 'Account'],
      fields: ['Opportunity.ARR__c'],
      channels: ['C0123ABCD'],
      interval: 5,
      tryRoom: true,
      json: true,
      sandbox: false,
    });
  });

  it.each([
    [['--signals', 'deal-rom'], 'deal-rom is unknown', 'deal-room'],
    [['--ways', 'pull'], 'pull is unknown', 'replay'],
    [['--objects', 'Invoice'], 'Invoice is unknown', 'Opportunity'],
    [['--fields', 'ARR__c'], '"ARR__c" has the wrong form', 'Opportunity.ARR__c'],
    [['--channels', '#general'], '"#general" has the wrong form', 'C0123ABCD'],
    [['--interval', '0'], '"0" is no count of minutes', '1 to 1440'],
    [['--interval', 'often'], '"often" is no count of minutes', '1 to 1440'],
    [['--signals'], 'needs a value', 'npm run doctor'],
    [['--verbose'], 'is unknown', 'npm run doctor'],
  ])('%j are refused with what to do', (argv, reason, fix) => {
    const error = refusal(...argv);
    expect(error.message).toContain(reason);
    expect(error.fix).toContain(fix);
  });

  it.each([
    [['--slack-token', 'xoxb-secret']],
    [['--token=xoxb-secret']],
    [['xoxb-secret']],
  ])('never take a token as an argument, nor repeat it: %j', (argv) => {
    const { message, fix } = refusal(...argv);
    expect(`${message} ${fix}`).toMatch(/an argument|one has no name/);
    expect(`${message} ${fix}`).toContain('environment variables');
    expect(`${message} ${fix}`).not.toContain('secret-');
    expect(`${message} ${fix}`).not.toContain('xoxb-secret');
  });
});
