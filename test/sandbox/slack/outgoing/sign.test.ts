import { expect, it } from '@jest/globals';
import { signatureHeaders, signatureOf } from './sign.ts';

const BODY =
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';

it('A request is signed as in the example of Slack’s documents', () => {
  const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
  expect(signatureOf('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, BODY)).toBe(signature);
  expect(signatureHeaders('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, BODY)).toEqual({
    'x-slack-request-timestamp': '1531420618',
    'x-slack-signature': signature,
  });
});

it('Another secret, time or body gives another signature', () => {
  const all = [
    signatureOf('a', 1, 'x'),
    signatureOf('b', 1, 'x'),
    signatureOf('a', 2, 'x'),
    signatureOf('a', 1, 'y'),
  ];
  expect(new Set(all).size).toBe(4);
});
