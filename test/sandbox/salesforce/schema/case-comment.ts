import { checkbox, longText, lookup, systemFields } from './field.ts';
import { sobject } from './sobject.ts';

export const caseComment = sobject('CaseComment', '00a', [
  ...systemFields(),
  lookup('ParentId', ['Case'], { childRelationshipName: 'CaseComments', nillable: false, updateable: false }),
  longText('CommentBody', { length: 4000 }),
  checkbox('IsPublished'),
]);
