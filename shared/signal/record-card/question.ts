import {
  afterFirst,
  and,
  beforeFirst,
  type Condition,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  extract,
  keep,
  literal,
  lower,
  not,
  note,
  or,
  plainText,
  startsWith,
  type Template,
  trim,
  truncate,
} from '../../language/index.ts';
import { input } from './input.ts';

/** Characters of a question that count; no name in Salesforce is longer. */
const LENGTH = 255;
/** The id of a record of an object that can be asked for, in a link or alone. */
const ID = '\\b(?:001|003|006|00Q|500)[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?\\b';
const EMAIL = "[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+";
/** A mention of somebody, such as the bot, with which a message begins. */
const MENTION = '<@';

const said = note('text', 'said');

/** What is asked for, without the keyword or the mention that it begins with. */
export const asked = note('text', 'asked');
/** The id in a question. */
export const askedId = note('text', 'askedId');
/** The email address in a question. */
export const askedEmail = note('text', 'askedEmail');
/** The digits of a question that is a number and nothing else. */
export const askedNumber = note('text', 'askedNumber');
/** The first word of a question, in small letters: it may name the object. */
export const askedWord = note('text', 'askedWord');
/** What follows the first word. */
export const askedRest = note('text', 'askedRest');

const nothing = literal('text', null);

/** What people read of the message, without the mention that it begins with. */
const words = trim(plainText(withoutMention(input('text'))));

/** The message is a question: it begins with the keyword, if there is one. */
export const isQuestion: Condition = or(
  not(exists(input('keyword'))),
  startsWith(input('text'), input('keyword')),
  startsWith(words, input('keyword')),
);

/** What is noted of a question, in steps that each read those before. */
export const readQuestion: readonly Readonly<Record<string, Template>>[] = [
  { said: words },
  { asked: truncate(withoutKeyword(said), LENGTH) },
  {
    askedId: extract(input('text'), ID),
    askedEmail: extract(asked, EMAIL),
    askedNumber: choose('text', [[equal(keep(asked, '0-9#', ''), asked), keep(asked, '0-9', '')]], nothing),
    askedWord: lower(beforeFirst(asked, ' ')),
    askedRest: trim(afterFirst(asked, ' ')),
  },
];

function withoutMention(text: Expression<'text'>): Expression<'text'> {
  return choose('text', [[startsWith(text, MENTION), afterFirst(text, '>')]], text);
}

function withoutKeyword(text: Expression<'text'>): Expression<'text'> {
  const keyword = input('keyword');
  return choose(
    'text',
    [
      [and(exists(keyword), startsWith(text, concat(keyword, ' '))), trim(afterFirst(text, ' '))],
      [and(exists(keyword), equal(text, keyword)), nothing],
    ],
    text,
  );
}
