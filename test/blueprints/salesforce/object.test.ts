import { describe, expect, it } from '@jest/globals';
import { defaultChoices } from '../../../blueprints/salesforce/package/choices.ts';
import { packageFiles } from '../../../blueprints/salesforce/package/package.ts';
import * as operations from '../../../shared/operation/operations.ts';
import { salesforceAccess } from '../../../shared/operation/salesforce-access.ts';
import { dealwireDelivery } from '../../sandbox/salesforce/schema/dealwire-delivery.ts';
import { dealwireSubscription } from '../../sandbox/salesforce/schema/dealwire-subscription.ts';
import { readXml, textOf } from './read-xml.ts';

const files = [...packageFiles(defaultChoices)];
const fieldsOf = (object: string) =>
  files.flatMap(([path, text]) =>
    path.includes(`/objects/${object}/fields/`) ? [readXml(text).content] : [],
  );
const number = (text: string | undefined) => Number(text ?? 0);

describe.each([dealwireDelivery, dealwireSubscription])('The deployed object $name', (sobject) => {
  const own = sobject.fields.filter(({ name }) => name.endsWith('__c'));

  it('has the fields that the stand-in has, of the same kind', () => {
    const types = {
      string: 'Text',
      double: 'Number',
      encryptedstring: 'EncryptedText',
      textarea: 'LongTextArea',
      reference: 'Lookup',
    } as const;
    const deployed = fieldsOf(sobject.name).map((field) => ({
      name: textOf(field, 'fullName'),
      label: textOf(field, 'label'),
      type: textOf(field, 'type'),
      length: number(textOf(field, 'length')),
      isRequired: textOf(field, 'required') === 'true',
      isUnique: textOf(field, 'unique') === 'true',
      isExternalId: textOf(field, 'externalId') === 'true',
      tellsCapitalsApart: textOf(field, 'caseSensitive') === 'true',
      isFormula: textOf(field, 'formula') !== undefined,
    }));
    expect(deployed).toEqual(
      own.map((field) => ({
        name: field.name,
        label: field.label,
        type: types[field.type as keyof typeof types],
        length: field.type === 'reference' ? 0 : field.length,
        isRequired: !field.nillable,
        isUnique: field.unique,
        isExternalId: field.externalId,
        tellsCapitalsApart: field.caseSensitive,
        isFormula: field.compute !== null,
      })),
    );
  });

  it('numbers its rows as the stand-in does, and says in every field what it holds', () => {
    const path = `objects/${sobject.name}/${sobject.name}.object-meta.xml`;
    const [, text = ''] = files.find(([name]) => name.endsWith(path)) ?? [];
    expect(text).toMatch(/<displayFormat>D[WS]-\{000000\}<\/displayFormat>/);
    for (const field of fieldsOf(sobject.name)) expect(textOf(field, 'description')).toMatch(/\.$/);
  });
});

it('The ledger has every field that operations read or write', () => {
  const standard = ['Id', 'CreatedDate'];
  const names = fieldsOf('Dealwire_Delivery__c').map((field) => textOf(field, 'fullName'));
  const used = salesforceAccess(operations).flatMap(({ rows, fields }) =>
    rows === 'Dealwire_Delivery__c' ? fields : [],
  );
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((field) => !names.includes(field) && !standard.includes(field))).toEqual([]);
});
