import { expect, it, test } from '@jest/globals';
import { MakeError } from '@makehq/sdk';
import { explainProblem } from '../../../make-app/push/explain-problem.ts';
import { PushError } from '../../../make-app/push/push-error.ts';

const DOING = {
  what: 'sending app/base',
  file: 'general/base.iml.json',
  host: 'eu2.make.com',
  secrets: ['s3cret'],
};

function fetchFailure(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('below'), { code }) });
}

test.each([
  [
    'no network or no such zone',
    fetchFailure('ENOTFOUND'),
    /eu2\.make\.com was not found \(ENOTFOUND\)/,
    /network/,
  ],
  ['a name server that is away', fetchFailure('EAI_AGAIN'), /was not found \(EAI_AGAIN\)/, /network/],
  [
    'a cut connection',
    fetchFailure('UND_ERR_SOCKET'),
    /broke \(UND_ERR_SOCKET\) while sending app\/base/,
    /goes on/,
  ],
  [
    'something deleted meanwhile',
    new MakeError('Not found.', 404),
    /\(404\): Not found\.$/,
    /same command again/,
  ],
  [
    'a forbidden app',
    new MakeError('Access denied.', 403),
    /forbids sending app\/base \(403\)/,
    /somebody else/,
  ],
  [
    'a refused file',
    new MakeError('has s3cret', 422),
    /\(422\): has \(secret\)\.$/,
    /Correct what makes general\/base/,
  ],
  ['a refusal that tells no status', new MakeError('odd'), /refuses sending app\/base \(0\): odd/, /Correct/],
  ['what is no answer of Make', new SyntaxError('<html>'), /did not answer as Make does/, /sign-in page/],
])('The explanation of %s says what, why and what to do', (_, error, message, fix) => {
  const explained = explainProblem(error, DOING);
  expect(explained).toBeInstanceOf(PushError);
  expect(explained.message).toMatch(message);
  expect(explained.fix).toMatch(fix);
  expect(explained.message + explained.fix).not.toContain('s3cret');
});

it('A problem that is explained already stays as it is', () => {
  const error = new PushError('what', 'do');
  expect(explainProblem(error, DOING)).toBe(error);
});
