import type { Org } from '../org.ts';
import type { Field, Sobject } from '../schema/type.ts';
import {
  childRelationships,
  picklistValues,
  sobjectInPath,
  visibleFields,
  visibleSobjects,
} from '../visible.ts';
import type { RestRoute } from './rest-route.ts';

/** The objects of the org, and all about one of them. */
export const describeRoutes: readonly RestRoute[] = [
  {
    method: 'GET',
    path: '/sobjects',
    handle: (org, { base }) => ({
      status: 200,
      body: {
        encoding: 'UTF-8',
        maxBatchSize: 200,
        sobjects: visibleSobjects(org).map((sobject) => brief(sobject, base)),
      },
    }),
  },
  {
    method: 'GET',
    path: '/sobjects/:sobject/describe',
    handle: (org, { params, base }) => ({
      status: 200,
      body: describe(org, sobjectInPath(org, params.sobject ?? ''), base),
    }),
  },
];

function brief(sobject: Sobject, base: string) {
  return {
    name: sobject.name,
    label: sobject.label,
    labelPlural: sobject.labelPlural,
    keyPrefix: sobject.keyPrefix,
    custom: sobject.name.endsWith('__c'),
    createable: sobject.createable,
    updateable: sobject.updateable,
    deletable: sobject.deletable,
    queryable: true,
    retrieveable: true,
    searchable: sobject.createable,
    triggerable: sobject.createable,
    urls: {
      sobject: `${base}/sobjects/${sobject.name}`,
      describe: `${base}/sobjects/${sobject.name}/describe`,
      rowTemplate: `${base}/sobjects/${sobject.name}/{ID}`,
    },
  };
}

function describe(org: Org, sobject: Sobject, base: string) {
  return {
    ...brief(sobject, base),
    fields: visibleFields(org, sobject).map((field) => describeField(org, sobject, field)),
    childRelationships: childRelationships(org, sobject).map((child) => ({
      childSObject: child.sobject.name,
      field: child.field.name,
      relationshipName: child.field.childRelationshipName,
      cascadeDelete: !child.field.nillable,
    })),
    recordTypeInfos: [
      {
        name: 'Master',
        developerName: 'Master',
        recordTypeId: '012000000000000AAA',
        available: true,
        defaultRecordTypeMapping: true,
        master: true,
      },
    ],
  };
}

function describeField(org: Org, sobject: Sobject, field: Field) {
  const readOnly = org.features.readOnlyFields.has(`${sobject.name}.${field.name}`);
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    length: field.length,
    custom: field.name.endsWith('__c'),
    filterable: field.filterable,
    sortable: field.sortable,
    groupable: field.groupable,
    aggregatable: field.filterable && field.type !== 'boolean',
    createable: sobject.createable && field.createable && !readOnly,
    updateable: sobject.updateable && field.updateable && !readOnly,
    nillable: field.nillable,
    defaultedOnCreate: field.defaultValue !== null || field.name === 'OwnerId',
    defaultValue: field.type === 'boolean' ? field.defaultValue : null,
    nameField: field.nameField,
    autoNumber: field.autoNumber,
    calculated: field.compute !== null,
    unique: field.unique,
    externalId: field.externalId,
    idLookup: field.type === 'id' || field.externalId,
    caseSensitive: field.caseSensitive,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    polymorphicForeignKey: field.referenceTo.length > 1,
    namePointing: field.referenceTo.length > 1,
    restrictedPicklist: field.restrictedPicklist,
    picklistValues: picklistValues(org, field),
  };
}
