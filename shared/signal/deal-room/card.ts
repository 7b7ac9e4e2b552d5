import { actions, context, divider, fields, header, linkButton, section } from '../../card/block.ts';
import { type Message, message } from '../../card/message.ts';
import { DASH, shown } from '../../card/text.ts';
import { choose } from '../../language/node/choose.ts';
import { collect } from '../../language/node/collect.ts';
import { greater } from '../../language/node/compare.ts';
import { concat } from '../../language/node/concat.ts';
import { escaped } from '../../language/node/escape.ts';
import { fallback } from '../../language/node/fallback.ts';
import { itemAt } from '../../language/node/item-at.ts';
import { join } from '../../language/node/join.ts';
import { length } from '../../language/node/length.ts';
import { link } from '../../language/node/link.ts';
import { literal } from '../../language/node/literal.ts';
import { mention } from '../../language/node/mention.ts';
import type { Expression } from '../../language/node/node.ts';
import { truncate } from '../../language/node/truncate.ts';
import type { Place } from '../signal.ts';
import { extraFieldsText } from './extra-field.ts';
import { facts, opportunity } from './fact.ts';
import { input } from './input.ts';

/** People whom a briefing names at most. */
const PEOPLE_SHOWN = 12;
const BUTTON = 'View in Salesforce';

/** The briefing of a deal room; `extra` is the record with the fields that the user chose. */
export function briefing(place: Place, extra: Expression): Message {
  const title = concat(place.mark, fallback(input('headline'), opportunity('Name'), 'Deal room'));
  return message(concat(shown(title, 300), ': ', facts.account, ', ', facts.amount, ' ', recordLink(place)), [
    header(fallback(truncate(title, 150), DASH)),
    section(
      fallback(
        truncate(escaped(input('intro')), 1500),
        concat(facts.name, ' is now in ', facts.stage, '. Here is what the team needs to know.'),
      ),
    ),
    fields({
      Account: facts.account,
      Amount: facts.amount,
      ARR: facts.arr,
      'Contract start': facts.contractStart,
      'Close date': facts.closeDate,
      Owner: facts.owner,
      'Solutions engineer': facts.solutionsEngineer,
      'Customer success': facts.customerSuccess,
    }),
    section(concat('*In this room*\n', mentions(place.members))),
    section(concat('*Stakeholders*\n', facts.stakeholders)),
    section(concat('*More about the deal*\n', extraFieldsText(extra))),
    divider(),
    context(notAdded(place.missing)),
    actions(linkButton(BUTTON, place.recordUrl, 'view_in_salesforce')),
  ]);
}

/** One line for the announcement channel. */
export function announcement(place: Place): Message {
  const line = concat(
    shown(place.mark, 20),
    '*',
    facts.name,
    '* is now in ',
    facts.stage,
    ': ',
    facts.account,
    ', ',
    facts.amount,
    ', ',
    facts.owner,
    ' ',
    recordLink(place),
  );
  return message(line, [section(line)]);
}

function recordLink({ recordUrl }: Place): Expression<'text'> {
  return link(truncate(recordUrl, 500), BUTTON);
}

function mentions(people: Expression<'list'>): Expression<'text'> {
  const ids = positions().map((position) => truncate(itemAt('text', people, position), 30));
  return fallback(join(present(ids.map(mention)), ' '), DASH);
}

function notAdded(people: Expression<'list'>): Expression<'text'> {
  const names = positions().map((position) => truncate(escaped(itemAt('text', people, position)), 100));
  return choose(
    'text',
    [[greater(length(people), 0), concat('Could not add ', join(present(names), ', '))]],
    literal('text', 'Everyone is here'),
  );
}

/** Those of the texts that are there. */
function present(texts: readonly Expression<'text'>[]): Expression<'list'> {
  return collect(texts.map((value) => ({ when: literal('boolean', true), value })));
}

function positions(): readonly number[] {
  return Array.from({ length: PEOPLE_SHOWN }, (_, position) => position);
}
