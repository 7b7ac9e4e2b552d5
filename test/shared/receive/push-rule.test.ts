import { expect, it } from '@jest/globals';
import { pushRules } from '../../../shared/receive/push-rule.ts';

it('The package tells of what the signals look at, as somebody writes it', () => {
  expect(pushRules).toEqual([
    { object: 'Opportunity', fields: ['StageName'] },
    { object: 'Case', fields: ['IsEscalated', 'OwnerId', 'Priority', 'Status'] },
    { object: 'Lead', fields: ['IsConverted', 'LeadSource', 'Rating'] },
  ]);
});
