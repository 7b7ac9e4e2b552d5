import {
  and,
  answer,
  choose,
  concat,
  type Expression,
  equal,
  exists,
  keep,
  literal,
  note,
  or,
  truncate,
} from '../../language/index.ts';
import { type Access, type Operations, salesforceAccess } from '../../operation/salesforce-access.ts';
import { API_PATH } from '../../salesforce/api-version.ts';
import type { Ask, Find, SetUpCheck } from '../check.ts';
import { isChosen } from '../chosen.ts';
import { features } from '../feature.ts';
import { ownObjects } from '../own-object.ts';
import { remedies } from '../remedy.ts';
import { withoutOptional } from '../required.ts';
import { operationsFor, signalsOf } from '../uses.ts';

/** Whether what each signal cannot do without can be read: one row is asked for, with every field. */
export function rowsCheck(operations: Operations): SetUpCheck {
  const probes = signalsOf(operations).flatMap(([signal]) => probesOf(operations, signal));
  return {
    name: 'rows',
    question: 'Can the integration user read what the signals read?',
    asks: probes.map(({ ask }) => ask),
    finds: probes.flatMap(({ finds }) => finds),
  };
}

interface Probe {
  readonly ask: Ask;
  readonly finds: readonly Find[];
}

function probesOf(operations: Operations, signal: string): readonly Probe[] {
  const some = operationsFor(operations, [signal]);
  const needed = readsOf(withoutOptional(some)).filter(({ rows }) => features[rows] === undefined);
  const featured = readsOf(some).filter(({ rows }) => features[rows] !== undefined);
  return [...needed, ...featured]
    .filter(({ rows }) => !rows.includes('.'))
    .map((read) =>
      probe(
        signal,
        read,
        needed.filter(({ rows }) => rows.startsWith(`${read.rows}.`)),
      ),
    );
}

function readsOf(some: Operations): readonly Access[] {
  return salesforceAccess(some).filter(({ rows, does }) => does === 'read' && !ownObjects.includes(rows));
}

function probe(signal: string, { rows: object, fields }: Access, children: readonly Access[]): Probe {
  const name = `${signal.replaceAll('-', '_')}_${object}`;
  const related = children.map(
    ({ rows, fields: of }) => `(SELECT ${of.join(', ')} FROM ${rows.slice(object.length + 1)} LIMIT 1)`,
  );
  const soql = `SELECT ${[...fields, ...related].join(', ')} FROM ${object} LIMIT 1`;
  const code = note('text', `${name}_code`);
  const feature = features[object];
  return {
    ask: {
      name,
      signal,
      read: { method: 'GET', path: `${API_PATH}/query?q=${encodeURIComponent(soql)}`, accept: 'any' },
      notes: refusalOf(name),
    },
    finds: [
      {
        when: and(isChosen(signal), exists(code)),
        weight: feature === undefined ? 'problem' : 'notice',
        says:
          feature === undefined
            ? concat(`The signal ${signal} cannot read ${object}: `, note('text', `${name}_said`))
            : literal('text', `${feature.name} is off, so there is no ${object} (signal ${signal}).`),
        fix: feature === undefined ? fixOf(code) : literal('text', feature.fix),
      },
    ],
  };
}

/** What Salesforce answered in place of rows. */
export function refusalOf(name: string) {
  return {
    [`${name}_code`]: answer('text', name, 'body', 0, 'errorCode'),
    [`${name}_said`]: truncate(keep(answer('text', name, 'body', 0, 'message'), ' -~', ' '), 300),
  } as const;
}

/** What mends a refusal, by its code. */
export function fixOf(code: Expression<'text'>): Expression<'text'> {
  return choose(
    'text',
    [
      [equal(code, 'INVALID_FIELD'), remedies.field],
      [or(equal(code, 'INVALID_TYPE'), equal(code, 'NOT_FOUND')), remedies.object],
    ],
    remedies.read,
  );
}
