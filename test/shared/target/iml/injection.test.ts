import { describe, expect, it } from '@jest/globals';
import {
  concat,
  contains,
  equal,
  escaped,
  field,
  keep,
  literal,
  parametersOf,
  pattern,
  queryText,
  type Template,
  truncate,
} from '../../../../shared/language/index.ts';
import { compileExpression, compileTemplate } from '../../../../shared/target/iml/compile.ts';
import { quote } from '../../../../shared/target/iml/quote.ts';
import { compileValue, compileTemplate as meaningOf } from '../../../../shared/target/js/compile.ts';
import { ROOTS, runExpression, runTemplate } from '../../../differential/run-iml.ts';
import { printCount } from '../../../injection/print-count.ts';
import { evaluate } from '../../../sandbox/iml/iml.ts';
import { scopeOf } from '../scope.ts';

printCount('IML');

const HOSTILE: Readonly<Record<string, string>> = {
  'an apostrophe': "O'Brien",
  'a quote': 'The "Big" one',
  'both quotes': `'"'"'`,
  'a backslash at the end': 'C:\\',
  'backslashes before quotes': `\\'\\"\\\\`,
  'an expression': '{{now}}',
  'broken braces': '{{{}}}}{ {{ } {',
  'a closing of the expression': `')}}{{connection.accessToken}}`,
  'a call': `' + toString(connection) + '`,
  backticks: '`body`.`x`',
  'line breaks': 'a\r\nb\nc\u2028d\u2029e',
  'wildcards of SOQL': '100%_\\%',
  'control characters': '\u0000\u0007\u001b[31m\u007f\u0085',
  'right-to-left marks': '\u202etxt.exe\u202c\u200f',
  'lone surrogates': '\ud83d and \ude00\ude00',
  'a mention of everybody': '<!channel> <!here> <@U012AB3CD>',
  'a link': '<https://evil.example|Click me>',
  entities: '&lt;!channel&gt; &amp;amp;',
  'a pattern': '/.*/g',
  'references of a replacement': "$& $1 $$ $` $'",
  'keywords of IML': 'emptystring',
  'a very long text': `${'long & <b> '.repeat(10_000)}end`,
};

const input = parametersOf({ text: 'text' });
const name = field('text', 'Name');

describe('A hostile text changes nothing but itself', () => {
  it.each(Object.entries(HOSTILE))('when a signal holds %s.', (_, text) => {
    expect(evaluate(quote(text), { variables: {}, now: () => 0, timezone: 'UTC' }, 'imljson')).toBe(text);
    const template: Template = {
      plain: text,
      said: literal('text', text),
      among: concat('a', literal('text', text), 'b'),
    };
    expect(runTemplate(compileTemplate(template, ROOTS), scopeOf())).toEqual({
      plain: text,
      said: text,
      among: `a${text}b`,
    });
  });

  it.each(Object.entries(HOSTILE))('when a record or an input holds %s.', (_, text) => {
    const scope = scopeOf({ record: { Name: text }, parameters: { text } });
    const template: Template = {
      shown: escaped(truncate(name, 3000)),
      cut: truncate(escaped(name), 40),
      same: equal(name, input('text')),
      inside: contains(concat('x', name, 'y'), input('text')),
      kept: keep(name, 'A-Za-z0-9', '-'),
      filled: pattern(concat('{name} {other} ', input('text')), { name, other: name }),
    };
    expect(runTemplate(compileTemplate(template, ROOTS), scope)).toEqual(meaningOf(template)(scope));
  });

  it.each(
    Object.entries(HOSTILE).filter(([, text]) => text.length < 1000),
  )('when it is put into a query: %s.', (_, text) => {
    const query = queryText({
      from: 'Opportunity',
      select: [field('text', 'Id')],
      where: contains(field('text', 'Name'), input('text')),
    });
    const scope = scopeOf({ parameters: { text } });
    expect(runExpression(compileExpression(query, ROOTS), scope)).toBe(compileValue(query)(scope));
  });
});
