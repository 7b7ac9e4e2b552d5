import type { Answer, DoctorCheck, Finding } from '../check.ts';
import { inList, rowsIn, toolingQuery } from '../path.ts';

const where = (object: string) =>
  `Setup > Object Manager > ${object} > Fields & Relationships > Set History Tracking`;

/** Whether the fields are tracked by whose history one entry is told from the next. */
export const history: DoctorCheck = {
  name: 'history',
  question: 'Is the history of the watched fields tracked?',
  leftOut: ({ tracked }) => (tracked.size === 0 ? 'the signals read no such history' : undefined),
  asks: ({ tracked }) =>
    Object.fromEntries(
      [...tracked].map(([object, fields]) => [
        object,
        toolingQuery(
          `SELECT QualifiedApiName FROM FieldDefinition WHERE EntityDefinitionId = '${object}' AND IsFieldHistoryTracked = true AND QualifiedApiName IN (${inList(fields)})`,
        ),
      ]),
    ),
  judge: (answers, { tracked }) =>
    [...tracked].flatMap(([object, fields]) => judge(object, fields, answers[object])),
};

function judge(object: string, fields: readonly string[], answer: Answer | undefined): readonly Finding[] {
  if (answer?.problem !== undefined)
    return [
      {
        weight: 'notice',
        says: `Salesforce does not tell this user whether ${fields.join(' and ')} of ${object} are tracked.`,
        fix: `Look there: ${where(object)}.`,
      },
    ];
  const known = rowsIn(answer?.body).map(({ QualifiedApiName }) => String(QualifiedApiName));
  const missing = fields.filter((field) => !known.includes(field));
  if (missing.length === 0) return [];
  return [
    {
      weight: 'notice',
      says: `The history of ${missing.join(' and ')} of ${object} is not tracked, so a record counts once, however often it comes back.`,
      fix: `${where(object)}: tick ${missing.join(' and ')}.`,
    },
  ];
}
