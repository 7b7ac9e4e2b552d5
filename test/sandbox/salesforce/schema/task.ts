import {
  checkbox,
  day,
  instant,
  integer,
  longText,
  lookup,
  picklist,
  readOnly,
  systemFields,
  text,
} from './field.ts';
import { fixed, sobject } from './sobject.ts';

const RELATED = ['Account', 'Opportunity', 'Case', 'Contract', 'Project__c'] as const;

export const task = sobject(
  'Task',
  '00T',
  [
    ...systemFields(),
    lookup('WhoId', ['Contact', 'Lead'], { childRelationshipName: 'Tasks' }),
    lookup('WhatId', RELATED, { childRelationshipName: 'Tasks' }),
    text('Subject'),
    day('ActivityDate', { label: 'Due Date Only' }),
    picklist('Status', ['*Not Started', 'In Progress', 'Completed'], {
      picklistObject: 'TaskStatus',
      nillable: false,
    }),
    picklist('Priority', ['High', '*Normal', 'Low'], { nillable: false }),
    longText('Description'),
    lookup('OwnerId', ['User', 'Group'], { nillable: false }),
    checkbox('IsClosed', { ...readOnly }),
    instant('CompletedDateTime', { ...readOnly }),
    lookup('AccountId', ['Account'], { ...readOnly }),
    picklist('TaskSubtype', ['*Task', 'Call', 'Email', 'ListEmail', 'Cadence', 'LinkedIn'], {
      updateable: false,
      restrictedPicklist: true,
    }),
  ],
  { semiJoin: false, changeEvents: true },
);

export const event = sobject(
  'Event',
  '00U',
  [
    ...systemFields(),
    lookup('WhoId', ['Contact', 'Lead'], { childRelationshipName: 'Events' }),
    lookup('WhatId', RELATED, { childRelationshipName: 'Events' }),
    text('Subject'),
    day('ActivityDate'),
    instant('StartDateTime'),
    instant('EndDateTime'),
    longText('Description'),
    lookup('OwnerId', ['User'], { nillable: false }),
  ],
  { semiJoin: false, changeEvents: true },
);

export const taskStatus = sobject(
  'TaskStatus',
  '01T',
  [
    ...systemFields(),
    text('ApiName', { nillable: false }),
    text('MasterLabel', { nillable: false, nameField: true }),
    checkbox('IsClosed'),
    checkbox('IsDefault'),
    integer('SortOrder'),
  ],
  fixed,
);
