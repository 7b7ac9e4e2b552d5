import { InvalidInputError } from '../error.ts';

const FIX = 'Copy the Bot User OAuth Token (xoxb-) from OAuth & Permissions of the Slack app.';

/** Tokens that look like a bot token's relatives, and why each is refused. */
const REFUSED: readonly (readonly [RegExp, string, string])[] = [
  [
    /^xoxe[.-]/,
    'this is a rotating token; it ends after 12 hours and the connection could not renew it',
    'Use a Slack app without token rotation (rotation cannot be switched off again) and paste its xoxb- token.',
  ],
  [/^xoxp-/, 'this is the token of a person, who would appear as the author of every message', FIX],
  [/^xapp-/, 'this is an app-level token, which cannot post', FIX],
  [/^xox[a-z]-/, 'this is not a bot token', FIX],
];

/** The bot token in what was pasted. Throws InvalidInputError with the reason, never with the text. */
export function toBotToken(pasted: string | undefined): string {
  const token = (pasted ?? '').trim();
  if (/^xoxb-[A-Za-z0-9-]+$/.test(token)) return token;
  const [, reason, fix] = REFUSED.find(([pattern]) => pattern.test(token)) ?? [
    undefined,
    token === '' ? 'it is empty' : 'it does not start with xoxb-',
    FIX,
  ];
  throw new InvalidInputError('Slack bot token', reason, fix);
}
