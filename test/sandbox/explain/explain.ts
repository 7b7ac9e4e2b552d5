import { NotExpressibleError } from '../../../shared/error.ts';
import { fieldsUsed } from '../../../shared/language/fields-used.ts';
import { type Expression, fallback, field, note, type Template } from '../../../shared/language/index.ts';
import type { Place, Signal } from '../../../shared/signal/signal.ts';
import { compileFlow, writeFlow } from '../../../shared/target/flow/compile.ts';
import { compileExpression, compileTemplate } from '../../../shared/target/iml/compile.ts';
import { rootsIn } from '../../../shared/target/iml/roots.ts';
import { compileMakeFilter } from '../../../shared/target/make-filter/compile.ts';
import { compileQuery } from '../../../shared/target/soql/compile.ts';
import type { SoqlPart } from '../../../shared/target/soql/soql-text.ts';
import { compileZapFilter } from '../../../shared/target/zap-filter/compile.ts';
import { abbreviate } from './abbreviate.ts';
import { describe } from './describe.ts';

const PLACE: Place = {
  recordUrl: fallback(note('text', 'recordUrl'), 'https://login.salesforce.com'),
  mark: note('text', 'mark'),
  members: note('list', 'members'),
  missing: note('list', 'missing'),
};

/** A signal's filter, facts and card in every target, as lines of text. */
export function explain(signal: Signal): string {
  return [
    `${signal.label} (${signal.name}): ${signal.description}`,
    heading('Filter'),
    ...filterIn(signal),
    heading('Stamp'),
    ...both(signal.stamp),
    heading('Facts'),
    ...Object.entries(signal.facts).flatMap(([name, fact]) => [`  ${name}`, ...both(fact)]),
    row('soql', soqlOf(signal)),
    heading('Card'),
    ...cardIn(signal),
    '',
  ].join('\n');
}

function filterIn({ filter, object }: Signal): readonly string[] {
  const query = () =>
    textOf(compileQuery({ from: object, select: [field('text', 'Id')], where: filter }).parts);
  return [
    row('js', describe(filter)),
    row('soql', attempt(query)),
    row('iml', iml(filter)),
    row(
      'make-filter',
      attempt(() => JSON.stringify(compileMakeFilter(filter, '1'))),
    ),
    row(
      'zap-filter',
      attempt(() => zapFilter(filter)),
    ),
    row(
      'flow',
      attempt(() => writeFlow(compileFlow(filter))),
    ),
  ];
}

function zapFilter(filter: Expression<'boolean'>): string {
  return compileZapFilter(filter, 1, () => 0)
    .map(({ key, match, value }) => `${key} ${match}${value === '' ? '' : ` "${value}"`}`)
    .join('\n');
}

function soqlOf(signal: Signal): string {
  const { fields, children } = fieldsUsed({
    ...signal.facts,
    card: signal.card(PLACE),
  } as unknown as Template);
  const rows = Object.entries(children).map(([relationship, select]) => ({ relationship, select }));
  return attempt(() => textOf(compileQuery({ from: signal.object, select: fields, children: rows }).parts));
}

function cardIn(signal: Signal): readonly string[] {
  const card = signal.card(PLACE) as unknown as Template;
  const { steps, value } = compileTemplate(card, rootsIn('card'));
  const { blocks, text } = card as { readonly text: Template; readonly blocks: readonly Template[] };
  const said = value as { readonly text: unknown; readonly blocks: readonly unknown[] };
  return [
    row('js text', describe(text)),
    row('iml text', abbreviate(String(said.text))),
    ...blocks.flatMap((block, index) => [
      `  block ${index + 1}`,
      row('js', describe(block)),
      row('iml', abbreviate(JSON.stringify(said.blocks[index]))),
    ]),
    `  put aside in ${steps.length} steps`,
    ...steps.map((step, index) => row(`step ${index + 1}`, linesOf(step))),
  ];
}

function both(node: Expression): readonly string[] {
  return [row('js', describe(node)), row('iml', iml(node))];
}

function iml(node: Expression): string {
  return attempt(() => {
    const { steps, expression } = compileExpression(node, rootsIn('x'));
    return abbreviate([...steps.map((step) => `temp ${JSON.stringify(step)}`), expression].join('\n'));
  });
}

/** One line per assignment. */
function linesOf(step: Readonly<Record<string, unknown>>): string {
  return Object.entries(step)
    .map(([name, value]) => `${name}: ${abbreviate(JSON.stringify(value))}`)
    .join('\n');
}

/** A query with its holes named by what fills them. */
function textOf(parts: readonly SoqlPart[]): string {
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('fields' in part) return part.fields.map(describe).join(', ');
      if ('cases' in part)
        return `‹${part.cases.map(({ when, parts }) => `when ${describe(when)}: ${textOf(parts)}, `).join('')}else ${textOf(part.otherwise)}›`;
      return `‹${describe('path' in part ? part.path : part.value)}›`;
    })
    .join('');
}

function attempt(say: () => string): string {
  try {
    return say();
  } catch (error) {
    if (error instanceof NotExpressibleError) return `not said: ${error.message} ${error.fix}`;
    throw error;
  }
}

function heading(text: string): string {
  return `\n${text}\n${'─'.repeat(text.length)}`;
}

/** A label, and beside it the text with its lines below each other. */
function row(label: string, text: string): string {
  return `    ${label.padEnd(12)} ${text.trimEnd().replaceAll('\n', `\n${' '.repeat(17)}`)}`;
}
