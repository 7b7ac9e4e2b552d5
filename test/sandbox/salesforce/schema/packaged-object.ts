import type { CustomField, CustomObject } from '../../../../shared/salesforce/custom-object.ts';
import type { SchemaFeature } from '../features.ts';
import { parseDatetime } from '../instant.ts';
import { decimal, encrypted, longText, lookup, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';
import type { Field, Sobject } from './type.ts';

/** A custom object of the Dealwire package; it is there while the feature is on. */
export function packagedObject(
  { name, label, plural, fields }: CustomObject,
  keyPrefix: string,
  feature: SchemaFeature,
  changeEvents = false,
): Sobject {
  return sobject(
    name,
    keyPrefix,
    [
      ...systemFields(),
      text('Name', { length: 80, autoNumber: true, nillable: false, nameField: true }),
      lookup('OwnerId', ['User', 'Group'], { nillable: false }),
      ...Object.entries(fields).map(([field, description]) => packagedField(field, description)),
    ],
    { feature, label, labelPlural: plural, changeEvents },
  );
}

/** Characters of a text field; a longer one is a text area. */
const LONGEST_TEXT = 255;

function packagedField(name: string, field: CustomField): Field {
  const { type, label, length = 0, required = false, unique = false, secret, refersTo, formula } = field;
  const extra = { label, length, nillable: !required };
  if (formula !== undefined) return decimal(name, { label, compute: computeOf(formula), ...readOnly });
  if (type === 'number') return decimal(name, { label });
  if (refersTo !== undefined) return lookup(name, [refersTo], { label });
  if (secret) return encrypted(name, extra);
  if (length > LONGEST_TEXT) return longText(name, extra);
  return text(name, { ...extra, unique, externalId: unique, caseSensitive: unique });
}

/** What the formulas of the package mean; the difference of two date-times is in days. */
const formulas: Readonly<Record<string, NonNullable<Field['compute']>>> = {
  '(NOW() - LastModifiedDate) * 1440': (row, context) =>
    (context.now() - (parseDatetime(String(row.LastModifiedDate)) ?? 0)) / 60_000,
};

function computeOf(formula: string): NonNullable<Field['compute']> {
  const compute = formulas[formula];
  if (compute === undefined) throw new Error(`The stand-in does not know the formula ${formula}.`);
  return compute;
}
