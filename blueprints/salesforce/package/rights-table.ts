import { defaultChoices } from './choices.ts';
import type { ObjectRight } from './grant.ts';
import { coreSet } from './part/core.ts';
import { pushSet } from './part/push.ts';
import { replaySet } from './part/replay.ts';
import { writeBackSet } from './part/write-back.ts';
import { rightsOf } from './permission-set.ts';

const WORDS: Readonly<Record<ObjectRight, string>> = {
  read: 'read',
  create: 'create',
  edit: 'edit',
  delete: 'delete',
  viewAll: 'view all',
};

/** Everything that the permission sets grant, for the README. */
export function rightsTable(): string {
  const sets = [coreSet(defaultChoices), replaySet(defaultChoices), writeBackSet(), pushSet];
  const rows = sets.flatMap(({ label, grants }) => {
    const { objects, fields, user } = rightsOf(grants);
    return [
      ...objects.map(([object, rights]) => {
        const own = fields.filter(([field]) => field.startsWith(`${object}.`));
        return [label, `\`${object}\``, wordsOf(rights), fieldsOf(object, own)];
      }),
      ...user.map((right) => [label, `user permission \`${right}\``, '', '']),
    ];
  });
  return [
    '| permission set | of | rights | fields |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function wordsOf(rights: ReadonlySet<ObjectRight>): string {
  const order = Object.keys(WORDS) as readonly ObjectRight[];
  return order
    .filter((right) => rights.has(right))
    .map((right) => WORDS[right])
    .join(', ');
}

function fieldsOf(object: string, fields: readonly (readonly [string, boolean])[]): string {
  if (object.endsWith('__c')) return 'all';
  return fields.map(([field]) => `\`${field.slice(object.length + 1)}\``).join(', ');
}
