import { parseDatetime } from '../instant.ts';
import { checkbox, instant, lookup, readOnly, systemFields, text } from './field.ts';
import { sobject } from './sobject.ts';
import type { ComputeContext, Row } from './type.ts';

const time = (value: Row[string] | undefined) =>
  typeof value === 'string' ? parseDatetime(value) : undefined;

function secondsUntilTarget(row: Row, context: ComputeContext): number | undefined {
  const target = time(row.TargetDate);
  if (target === undefined || row.CompletionDate != null) return undefined;
  return Math.trunc((target - context.now()) / 1000);
}

function minutesAndSeconds(seconds: number | undefined): string | null {
  if (seconds === undefined) return null;
  const clamped = Math.max(0, seconds);
  return [Math.floor(clamped / 60), clamped % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function violated(row: Row, context: ComputeContext): boolean {
  const target = time(row.TargetDate);
  return target !== undefined && (time(row.CompletionDate) ?? context.now()) > target;
}

const filterOnly = { sortable: false, groupable: false } as const;
const neither = { filterable: false, sortable: false, groupable: false } as const;

export const caseMilestone = sobject(
  'CaseMilestone',
  '555',
  [
    ...systemFields(),
    lookup('CaseId', ['Case'], { childRelationshipName: 'CaseMilestones', ...readOnly }),
    lookup('MilestoneTypeId', ['MilestoneType'], { ...readOnly }),
    instant('StartDate', { ...filterOnly }),
    instant('TargetDate', { ...filterOnly, ...readOnly }),
    instant('CompletionDate', { ...filterOnly }),
    checkbox('IsCompleted', { compute: (row) => row.CompletionDate != null, ...filterOnly }),
    checkbox('IsViolated', { compute: violated, ...filterOnly }),
    text('TimeRemainingInMins', {
      compute: (row, context) => minutesAndSeconds(secondsUntilTarget(row, context)),
      ...neither,
    }),
    text('TimeSinceTargetInMins', {
      compute: (row, context) => {
        const seconds = secondsUntilTarget(row, context);
        return seconds === undefined || seconds > 0 ? null : minutesAndSeconds(-seconds);
      },
      ...neither,
    }),
  ],
  { createable: false, deletable: false, feature: 'entitlements' },
);
