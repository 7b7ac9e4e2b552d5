import { isCollection } from '../iml/value.ts';
import { refuse } from './refuse.ts';

/** The field that a key such as `1__Owner__Name` or `1__ARR__c` names; undefined when there is none. */
export function readField(values: Readonly<Record<string, unknown>>, key: string): unknown {
  if (key.includes('{{')) return refuse('expression-key', key);
  const found = fieldsNamed(values, key);
  return found.length > 1 ? refuse('ambiguous-key', key) : found[0];
}

/** Field names may hold `__` themselves, so every way of splitting the key at one is followed. */
function fieldsNamed(container: unknown, key: string): readonly unknown[] {
  if (!isCollection(container)) return [];
  return Object.keys(container).flatMap((name) => {
    if (name === key) return [container[name]];
    return key.startsWith(`${name}__`) ? fieldsNamed(container[name], key.slice(name.length + 2)) : [];
  });
}
