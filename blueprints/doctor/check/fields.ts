import { toShow } from '../../../shared/set-up/remedy.ts';
import type { Answer, DoctorCheck, Finding } from '../check.ts';
import { describe } from '../path.ts';

/** Whether field-level security shows each field that a permission set can show. */
export const fields: DoctorCheck = {
  name: 'fields',
  question: 'Does field-level security show the fields?',
  asks: ({ fields }) => Object.fromEntries(fields.map(objectOf).map((object) => [object, describe(object)])),
  judge: (answers, { fields }) =>
    fields
      .filter((field) => isHidden(field, answers[objectOf(field)]))
      .map(
        (field): Finding => ({
          weight: 'problem',
          says: `${field} is hidden from the integration user, or the org has no such field.`,
          fix: toShow(objectOf(field), field.slice(objectOf(field).length + 1)),
        }),
      ),
};

function objectOf(field: string): string {
  return field.split('.')[0] ?? '';
}

/** A field of an object that cannot be seen is the object's matter. */
function isHidden(field: string, answer: Answer | undefined): boolean {
  const described = (answer?.body as { fields?: readonly { name: string }[] } | undefined)?.fields;
  return described !== undefined && !described.some(({ name }) => `${objectOf(field)}.${name}` === field);
}
