import {
  and,
  type Condition,
  choose,
  collect,
  concat,
  contains,
  type Expression,
  equal,
  exists,
  field,
  fieldsUsed,
  includes,
  isIn,
  literal,
  not,
  type Order,
  or,
  type Query,
  startsWith,
  type Template,
} from '../../language/index.ts';
import { input } from './input.ts';
import type { AskedKind } from './kind.ts';
import { asked, askedEmail, askedId, askedNumber, askedRest, askedWord } from './question.ts';

/** Records of one object that an answer lists. */
export const LISTED = 5;
/** Zeros that people leave out in front of the number of a case. */
const ZEROS = 7;

const text = (name: string) => field('text', name);
const never: Condition = literal('boolean', false);

/** The fields that names are looked for in, and those that hold email addresses. */
const LOOKED_IN: Readonly<
  Record<AskedKind['key'], { readonly names: readonly string[]; readonly email?: string }>
> = {
  account: { names: ['Name'] },
  opportunity: { names: ['Name'] },
  case: { names: ['Subject'] },
  contact: { names: ['Name', 'LastName'], email: 'Email' },
  lead: { names: ['Name', 'LastName', 'Company'], email: 'Email' },
};

/** Reads the records of an object that fit the question, one more than an answer lists. */
export function searchQuery({ key, object, prefix, title, facts, called }: AskedKind): Query {
  const { names, email } = LOOKED_IN[key];
  const isNamed = (wanted: Expression<'text'>) => or(...names.map((name) => matches(text(name), wanted)));
  const namesKind = and(isIn(askedWord, called), exists(askedRest));
  const byName = or(isNamed(asked), choose('boolean', [[namesKind, isNamed(askedRest)]], never));
  const isMeant = or(not(exists(input('objects'))), includes(input('objects'), literal('text', key)));
  const hasId = choose('boolean', [[startsWith(askedId, prefix), equal(text('Id'), askedId)]], never);
  return {
    from: object,
    select: fieldsUsed([text('Id'), title, facts] as unknown as Template).fields,
    where: choose(
      'boolean',
      [
        [not(isMeant), never],
        [exists(askedId), hasId],
        [exists(askedEmail), email === undefined ? never : equal(text(email), askedEmail)],
      ],
      key === 'case' ? or(hasNumber, byName) : byName,
    ),
    orderBy: ORDER[key],
    limit: LISTED + 1,
  };
}

const byName: readonly Order[] = [{ by: text('Name'), direction: 'ascending' }];

/** Names in their order; of cases the newest first. */
const ORDER: Readonly<Record<AskedKind['key'], readonly Order[]>> = {
  account: byName,
  opportunity: byName,
  case: [{ by: text('CaseNumber'), direction: 'descending' }],
  contact: byName,
  lead: byName,
};

function matches(name: Expression<'text'>, wanted: Expression<'text'>): Condition {
  return choose(
    'boolean',
    [[equal(input('match'), 'contains'), contains(name, wanted)]],
    startsWith(name, wanted),
  );
}

/** The case with the number, whether or not its zeros were typed. */
const numbers = collect(
  Array.from({ length: ZEROS + 1 }, (_, zeros) => ({
    when: exists(askedNumber),
    value: zeros === 0 ? askedNumber : concat('0'.repeat(zeros), askedNumber),
  })),
);

const hasNumber: Condition = choose(
  'boolean',
  [[exists(askedNumber), isIn(text('CaseNumber'), numbers)]],
  never,
);
