import type { Dialect } from './dialect.ts';
import type { ImlEnvironment } from './environment.ts';
import type { RefusalId } from './refusals.ts';

/**
 * Where a vector comes from: `documented` in Make's or a fork's own documents, `transcribed` by others from them,
 * `notes` of a Make engineer; `recomputed` when an independent computation gives the same.
 */
export type VectorSource = 'documented' | 'transcribed' | 'notes';

/** An expression whose result is known from outside this project. */
export interface Vector {
  readonly expression: string;
  readonly dialect: Dialect;
  readonly source: VectorSource;
  readonly recomputed?: true;
  readonly timezone?: string;
  readonly result?: unknown;
  /** Set instead of `result` where the source itself leaves it open. */
  readonly refused?: RefusalId;
}

const items = [1, 2, 3, 4, 5].map((number) => ({ raw_name: `item ${number}` }));
const emails = [
  { email: 'a@example.com', label: 'home', sender: { name: 'Cleo' } },
  { email: 'b@example.com', label: 'other', sender: { name: 'Ann' } },
  { email: 'c@example.com', label: 'work', sender: { name: 'Bea' } },
];
const contacts = [{ name: 'bob' }, { name: 'Cleo' }, { name: 'Ann' }];
const repeatedContacts = [{ name: 'Ann' }, { name: 'Ann' }, { name: 'bob' }];
const letters = ['b', 'A', 'C', 'c', 'B', 'a'];
const pairs = ['C', 'c', 'A', 'a', 'B', 'b'];
const ages = [
  { name: 'Bob', age: 22 },
  { name: 'Ann', age: 31 },
];

/** The variables that the documents' examples name; a pill that they show as `Emails[]` is the array `Emails`. */
export const VECTOR_VARIABLES: ImlEnvironment['variables'] = {
  D: new Date('2018-10-01T07:32:00.000Z'),
  array: items,
  object: { raw_name: { sub_raw_name: 'nested' } },
  unknown: undefined,
  Emails: emails,
  Contacts: contacts,
  Repeated: repeatedContacts,
  Letters: letters,
  Pairs: pairs,
  Ages: ages,
  foo: ['a', 'b', 'c'],
  parameters: { address: { zip: '18000', city: 'Prague' }, id: '123', name: 'Make Office' },
};

const date = (text: string) => new Date(text);
const documented = (expression: string, result: unknown): Vector => ({
  expression,
  dialect: 'mapper',
  source: 'documented',
  result,
});
const transcribed = (expression: string, result: unknown): Vector => ({
  expression,
  dialect: 'mapper',
  source: 'transcribed',
  result,
});
const recomputed = (vector: Vector): Vector => ({ ...vector, recomputed: true });
const utc = (vector: Vector): Vector => ({ ...vector, timezone: 'UTC' });
const path = (expression: string, result: unknown): Vector => ({
  expression,
  dialect: 'imljson',
  source: 'notes',
  result,
});

/** Every vector known; zone Europe/Prague unless the vector names another. */
export const VECTORS: readonly Vector[] = [
  documented('if(1=1; a; b)', 'a'),
  documented('if(1=2; a; b)', 'b'),
  documented('if(1 = 2 and 1 = 2; A; B)', 'B'),
  documented('ifempty(a; b)', 'a'),
  documented('ifempty(unknown; b)', 'b'),
  documented('ifempty(""; b)', 'b'),
  documented('switch(B; A; 1; B; 2; C; 3)', 2),
  documented('switch(C; A; 1; B; 2; C; 3)', 3),
  documented('switch(X; A; 1; B; 2; C; 3; 4)', 4),
  documented('get(array; 1+1)', items[1]),
  documented('get(array; 5.raw_name)', 'item 5'),
  documented('get(object; raw_name)', { sub_raw_name: 'nested' }),
  documented('get(object; raw_name.sub_raw_name)', 'nested'),
  documented('length(hello)', 5),
  documented('lower(Hello)', 'hello'),
  documented('upper(Hello)', 'HELLO'),
  documented('capitalize(make)', 'Make'),
  documented('startcase(hello WORLD)', 'Hello World'),
  documented('ascii(ěMščařžkýáeíé)', 'Make'),
  documented('ascii(ěščřž; true)', 'escrz'),
  documented('ascii(Wěošrčkřfžrýoáníté)', 'Workfront'),
  recomputed(documented('base64(Make)', 'TWFrZQ==')),
  recomputed(documented('toString(toBinary(TWFrZQ==; base64))', 'Make')),
  recomputed(transcribed('md5(Make)', '529a05ca6c1263aab080ec4f20754411')),
  documented('contains(Hello World; Hello)', true),
  documented('contains(Hello World; Bye)', false),
  documented('decodeURL(Automate%20your%20workflow)', 'Automate your workflow'),
  transcribed('escapeHTML(<b>Hello</b>)', '&lt;b&gt;Hello&lt;/b&gt;'),
  transcribed('stripHTML(<b>Hello</b>)', 'Hello'),
  recomputed(transcribed('indexOf(Make; k)', 2)),
  recomputed(transcribed('indexOf(We love Make; x)', -1)),
  recomputed(transcribed('indexOf(We love Make; e; 7)', 11)),
  documented('indexOf(Workfront; o)', 1),
  documented('indexOf(Workfront; x)', -1),
  documented('indexOf(Workfront; o; 3)', 6),
  documented('substring(Hello; 0; 3)', 'Hel'),
  documented('substring(Hello; 1; 3)', 'el'),
  documented('replace(Hello World; Hello; Hi)', 'Hi World'),
  recomputed(
    transcribed(
      'replace(all these numbers 187 23 1 9565 will be replaced with x; /\\d+/g; x)',
      'all these numbers x x x x will be replaced with x',
    ),
  ),
  recomputed(
    transcribed('replace(Phone number is 777111222; /\\d+/g; +420$&)', 'Phone number is +420777111222'),
  ),
  documented('toBinary(Workfront)', Buffer.from('576f726b66726f6e74', 'hex')),
  documented('toBinary(V29ya2Zyb250; base64)', Buffer.from('576f726b66726f6e74', 'hex')),
  transcribed('ceil(1.2)', 2),
  transcribed('ceil(4)', 4),
  transcribed('floor(1.2)', 1),
  transcribed('floor(1.9)', 1),
  transcribed('round(1.2)', 1),
  transcribed('round(1.5)', 2),
  transcribed('abs(-5)', 5),
  transcribed('abs(3.7)', 3.7),
  transcribed('trunc(3.789)', 3),
  transcribed('trunc(3.789; 2)', 3.78),
  transcribed('trunc(123.456; -2)', 100),
  recomputed(transcribed('median(3; 5; 7)', 5)),
  recomputed(transcribed('median(2; 3; 5; 8)', 4)),
  recomputed(transcribed('stdevP(1;2;3;4;5)', Math.SQRT2)),
  recomputed(transcribed('stdevS(1;2;3;4;5)', 1.5811388300841898)),
  transcribed('parseNumber(1.756,456; ,)', 1756.456),
  documented('formatNumber(123456789; 3; ,; .)', '123.456.789,000'),
  transcribed('formatDate(D; MM/DD/YYYY)', '10/01/2018'),
  transcribed('formatDate(D; YYYY-MM-DD HH:mm A)', '2018-10-01 09:32 AM'),
  transcribed('formatDate(D; DD.MM.YYYY HH:mm; UTC)', '01.10.2018 07:32'),
  utc(transcribed('parseDate(2016-12-28; YYYY-MM-DD)', date('2016-12-28T00:00:00.000Z'))),
  utc(transcribed('parseDate(2016-12-28 16:03; YYYY-MM-DD HH:mm)', date('2016-12-28T16:03:00.000Z'))),
  recomputed(transcribed('parseDate(1482940986; X)', date('2016-12-28T16:03:06.000Z'))),
  transcribed('addDays(2016-12-08T15:55:57.536Z; 2)', date('2016-12-10T15:55:57.536Z')),
  transcribed('addDays(2016-12-08T15:55:57.536Z; -2)', date('2016-12-06T15:55:57.536Z')),
  transcribed('setDay(2018-06-27T11:36:39.138Z; Monday)', date('2018-06-25T11:36:39.138Z')),
  transcribed('setDay(2018-06-27T11:36:39.138Z; 1)', date('2018-06-24T11:36:39.138Z')),
  transcribed('setDay(2018-06-27T11:36:39.138Z; 7)', date('2018-06-30T11:36:39.138Z')),
  transcribed('setDate(2015-08-07T11:36:39.138Z; 5)', date('2015-08-05T11:36:39.138Z')),
  transcribed('setDate(2015-08-07T11:36:39.138Z; 32)', date('2015-09-01T11:36:39.138Z')),
  transcribed('setMonth(2015-08-07T11:36:39.138Z; 5)', date('2015-05-07T11:36:39.138Z')),
  transcribed('setMonth(2015-08-07T11:36:39.138Z; January)', date('2015-01-07T12:36:39.138Z')),
  documented('map(Emails; email)', ['a@example.com', 'b@example.com', 'c@example.com']),
  documented('map(Emails; email; label; work,home)', ['a@example.com', 'c@example.com']),
  documented('distinct(Repeated; name)', [{ name: 'Ann' }, { name: 'bob' }]),
  documented('sort(Contacts; name)', [{ name: 'Ann' }, { name: 'Cleo' }, { name: 'bob' }]),
  documented('sort(Contacts; desc; name)', [{ name: 'bob' }, { name: 'Cleo' }, { name: 'Ann' }]),
  documented('sort(Contacts; asc ci; name)', [{ name: 'Ann' }, { name: 'bob' }, { name: 'Cleo' }]),
  documented('sort(Emails; sender.name)', [emails[1], emails[2], emails[0]]),
  documented('sort(Letters; asc)', ['A', 'B', 'C', 'a', 'b', 'c']),
  documented('sort(Pairs; asc ci)', ['A', 'a', 'B', 'b', 'C', 'c']),
  documented('toCollection(Ages; name; age)', { Bob: 22, Ann: 31 }),
  {
    expression: 'split(John, George, Paul; ,)',
    dialect: 'mapper',
    source: 'transcribed',
    refused: 'split-part',
  },
  path('foo[]', 'a'),
  path('foo[1]', 'a'),
  path('foo[2]', 'b'),
  path('foo[0]', undefined),
];

/** The documented vector of the spread key: a body, and what it becomes with the vectors' variables. */
export const SPREAD_VECTOR = {
  body: { '{{...}}': "{{omit(parameters, 'address')}}", address: '{{createJSON(parameters.address)}}' },
  result: { id: '123', name: 'Make Office', address: '{"zip":"18000","city":"Prague"}' },
} as const;
