import { DASH, shown } from '../card/text.ts';
import { choose } from '../language/node/choose.ts';
import { collect } from '../language/node/collect.ts';
import { equal } from '../language/node/compare.ts';
import { concat } from '../language/node/concat.ts';
import { dateText } from '../language/node/date-text.ts';
import { dateToken } from '../language/node/date-token.ts';
import { exists } from '../language/node/exists.ts';
import { fallback } from '../language/node/fallback.ts';
import { field } from '../language/node/field.ts';
import { isIn } from '../language/node/in.ts';
import { itemAt } from '../language/node/item-at.ts';
import { join } from '../language/node/join.ts';
import { money } from '../language/node/money.ts';
import type { Expression } from '../language/node/node.ts';
import { numberText } from '../language/node/number.ts';
import { parametersOf } from '../language/node/parameter.ts';
import { afterFirst, beforeFirst } from '../language/node/part.ts';
import { percent } from '../language/node/percent.ts';
import { property } from '../language/node/property.ts';
import type { Query } from '../language/query.ts';

/** Further fields a card shows at most. */
export const EXTRA_FIELD_LIMIT = 8;

const input = parametersOf({ extra_fields: 'list', record_id: 'text' });

/** What an item of the input looks like: `ARR__c:currency:Annual Recurring Revenue`, or the API name alone. */
const SEPARATOR = ':';
/** Types whose values are no texts. */
const FORMATTED = ['currency', 'percent', 'double', 'date', 'datetime', 'int', 'long'];
const LABEL_LENGTH = 60;
const VALUE_LENGTH = 200;

const chosen = Array.from({ length: EXTRA_FIELD_LIMIT }, (_, position) =>
  itemAt('text', input('extra_fields'), position),
);

/** Reads the fields that the user chose; its own query, since one that the org lacks must not cost the others. */
export function extraFieldsQuery(from: Query['from']): Query {
  return {
    from,
    select: chosen.map((item) => beforeFirst(item, SEPARATOR)),
    where: equal(field('text', 'Id'), input('record_id')),
    limit: 1,
  };
}

/**
 * One line per chosen field, `*Label:* value`, from the record that the query read; an em dash when none was chosen.
 * Amounts of money are shown in `currency`.
 */
export function extraFieldsText(record: Expression, currency: Expression<'text'>): Expression<'text'> {
  const lines = chosen.map((item) => ({ when: exists(item), value: line(item, record, currency) }));
  return fallback(join(collect(lines), '\n'), DASH);
}

function line(
  item: Expression<'text'>,
  record: Expression,
  currency: Expression<'text'>,
): Expression<'text'> {
  const name = beforeFirst(item, SEPARATOR);
  const description = afterFirst(item, SEPARATOR);
  const label = fallback(afterFirst(description, SEPARATOR), name);
  return concat(
    '*',
    shown(label, LABEL_LENGTH),
    ':* ',
    value(name, beforeFirst(description, SEPARATOR), record, currency),
  );
}

/** The value as its type in Salesforce's describe wants to be shown. */
function value(
  name: Expression<'text'>,
  type: Expression<'text'>,
  record: Expression,
  currency: Expression<'text'>,
): Expression<'text'> {
  const formatted = choose<'text'>(
    'text',
    [
      [equal(type, 'currency'), money(property('number', record, name), currency)],
      [equal(type, 'percent'), percent(property('number', record, name))],
      [equal(type, 'double'), numberText(property('number', record, name), 2)],
      [equal(type, 'date'), dateText(property('date', record, name))],
      [equal(type, 'datetime'), dateToken(property('instant', record, name))],
    ],
    numberText(property('number', record, name)),
  );
  const text = shown(property('text', record, name), VALUE_LENGTH);
  return fallback(choose<'text'>('text', [[isIn(type, FORMATTED), formatted]], text), DASH);
}
