import { checkRule, type Finding, isObject } from './check-rule.ts';
import type { MessageProblem } from './find-message-problems.ts';
import { LIMITS } from './limits.ts';
import { anything, formed, object } from './rule.ts';

const envelope = object({ 'event_type*': formed(/^\w+$/), 'event_payload*': anything });

const isScalar = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value);

function flatProblems(value: unknown, pointer: string): readonly Finding[] {
  if (!isObject(value)) return [{ text: 'must be an object', pointer }];
  return Object.entries(value)
    .filter(([, entry]) => !isScalar(entry))
    .map(([name]) => ({ text: 'must be a string, number or boolean', pointer: `${pointer}/${name}` }));
}

function valueProblems(value: unknown, pointer: string): readonly Finding[] {
  if (isScalar(value)) return [];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => flatProblems(entry, `${pointer}/${index}`));
  return flatProblems(value, pointer);
}

function payloadProblems(payload: unknown, pointer: string): readonly Finding[] {
  if (payload === undefined) return [];
  if (!isObject(payload)) return [{ text: 'must be an object', pointer }];
  return Object.entries(payload).flatMap(([name, value]) => valueProblems(value, `${pointer}/${name}`));
}

const problem = (code: string, { text, pointer }: Finding): MessageProblem => ({
  code,
  text: `[ERROR] ${text} [json-pointer:${pointer}]`,
});

/** What Slack would refuse in a message's metadata; an empty object is the way to remove it. */
export function metadataProblems(metadata: unknown): readonly MessageProblem[] {
  const pointer = '/metadata';
  if (metadata === undefined) return [];
  if (!isObject(metadata))
    return [problem('invalid_metadata_format', { text: 'must be an object', pointer })];
  if (Object.keys(metadata).length === 0) return [];
  const findings = [
    ...checkRule(metadata, envelope, pointer),
    ...payloadProblems(metadata.event_payload, `${pointer}/event_payload`),
  ];
  const text = `must be less than ${LIMITS.metadata + 1} characters`;
  return [
    ...findings.map((finding) => problem('invalid_metadata_schema', finding)),
    ...(JSON.stringify(metadata).length > LIMITS.metadata
      ? [problem('metadata_too_large', { text, pointer })]
      : []),
  ];
}
