import { DASH, shown } from '../../card/text.ts';
import {
  choose,
  collect,
  concat,
  dateText,
  type Expression,
  exists,
  fallback,
  itemAt,
  join,
  keep,
  link,
  literal,
  note,
  property,
  truncate,
} from '../../language/index.ts';
import type { Type } from '../../language/type.ts';
import { currencyOf } from './currency.ts';
import { input } from './input.ts';
import { stageLabel } from './stage.ts';
import { wholeMoney } from './whole-money.ts';

/** Characters that addresses of records are made of. */
const ADDRESS = 'A-Za-z0-9:/._~-';
/** The longest address of an org. */
const HOST_LENGTH = 110;
const ID_LENGTH = 18;
const NAME_LENGTH = 50;
/** Characters of a line after its link. */
const REST_LENGTH = 96;

/** A deal in a list of them, as a record. */
type Row = Expression;

/** The linked names of the deals of a list, one line each, with what `tell` says of each; missing when there are none. */
export function dealLines(
  deals: Expression<'list'>,
  most: number,
  tell: (row: Row) => Expression<'text'>,
): Expression<'text'> {
  const rows = Array.from({ length: most }, (_, position) => itemAt('text', deals, position));
  const lines = rows.map((row) => ({
    when: exists(value('text', row, 'Id')),
    value: concat('• ', dealLink(row), ' · ', truncate(tell(row), REST_LENGTH)),
  }));
  return join(collect(lines), '\n');
}

/** What a large deal is worth, where it stands, when it closes and whose it is. */
export function standing(row: Row): Expression<'text'> {
  return concat(
    dealMoney(row),
    ' · ',
    shown(stageLabel(value('text', row, 'StageName')), 30),
    ' · ',
    fallback(dateText(value('date', row, 'CloseDate')), DASH),
    ' · ',
    shown(value('text', row, 'Owner.Name'), 30),
  );
}

/** What a deal is worth, and from which close date it moved to which. */
export function moved(row: Row): Expression<'text'> {
  return concat(
    dealMoney(row),
    ' · ',
    fallback(dateText(value('date', row, 'LastCloseDateChangedHistory.PrevCloseDate')), DASH),
    ' → ',
    fallback(dateText(value('date', row, 'CloseDate')), DASH),
  );
}

function dealMoney(row: Row): Expression<'text'> {
  const amount = property('number', row, fallback(input('amount_field'), 'Amount'));
  return choose('text', [[exists(amount), wholeMoney(amount, currencyOf(row))]], DASH);
}

function dealLink(row: Row): Expression<'text'> {
  const host = keep(truncate(note('text', 'instanceUrl'), HOST_LENGTH), ADDRESS, '-');
  const id = keep(truncate(value('text', row, 'Id'), ID_LENGTH), ADDRESS, '-');
  return link(concat(host, '/', id), fallback(value('text', row, 'Name'), DASH), NAME_LENGTH);
}

function value<T extends Type>(type: T, row: Row, name: string): Expression<T> {
  return property(type, row, literal('text', name));
}
