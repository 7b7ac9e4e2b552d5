import { NotExpressibleError } from '../error.ts';
import { InvalidTreeError } from '../language/invalid-tree-error.ts';
import { namedPath } from '../language/named-path.ts';
import { field } from '../language/node/field.ts';
import { isIn } from '../language/node/in.ts';
import type { LiteralNode } from '../language/node/literal.ts';
import type { Condition, Expression } from '../language/node/node.ts';
import type { Type } from '../language/type.ts';
import { type ConditionVisitor, type NodeOf, visit } from '../language/visitor.ts';

/** What an input holds when a filter is written; a filter of a platform cannot read inputs. */
export type Inputs = Readonly<Record<string, LiteralNode['value'] | undefined>>;

/** One test of a field of the record, which is all that the filter of a platform can say. */
export interface FieldTest {
  readonly path: readonly string[];
  readonly type: Type;
  readonly operator:
    | 'exists'
    | 'contains'
    | 'equal'
    | 'less'
    | 'less-or-equal'
    | 'greater'
    | 'greater-or-equal';
  /** Empty for `exists`. */
  readonly value: string | number | boolean;
  /** Throws NotExpressibleError for this test. */
  readonly refuse: (reason: string, instead: string) => never;
}

/** The tests of a group must all pass, and one group must. */
export type Groups = readonly (readonly FieldTest[])[];

/** Beyond this many groups nobody can read a filter in an editor. */
const GROUP_LIMIT = 50;
const ELSEWHERE = 'Leave it to the query of the trigger, which says the whole filter.';

/**
 * A condition as groups of tests. A record that entered a state is in it: whoever runs the filter knows that something
 * changed. Throws NotExpressibleError for what no filter of a platform says; nothing is left out.
 */
export function groupsOf(target: string, condition: Condition, inputs: Inputs): Groups {
  return say(condition, { target, inputs, path: 'condition' });
}

interface Place {
  readonly target: string;
  readonly inputs: Inputs;
  readonly path: string;
}

const visitor: ConditionVisitor<Groups, Place> = {
  and: (node, place) =>
    node.conditions
      .map((each, index) => say(each, below(place, `conditions[${index}]`)))
      .reduce((left, right) =>
        limited(
          node,
          left.flatMap((one) => right.map((other) => [...one, ...other])),
          place,
        ),
      ),
  or: (node, place) =>
    limited(
      node,
      node.conditions.flatMap((each, index) => say(each, below(place, `conditions[${index}]`))),
      place,
    ),
  compare: (node, place) => {
    if (node.operator === 'not-equal')
      return refuse(node, place, 'what it makes of a missing value is not documented');
    const value = constant(node.right, below(place, 'right'));
    if (value === undefined || typeof value === 'object')
      throw new InvalidTreeError('compare', `${place.path}.right`, 'a missing value equals nothing');
    return [[test(node.left, node.operator, value, below(place, 'left'))]];
  },
  in: (node, place) => {
    const values = [constant(node.list, below(place, 'list')) ?? []].flat();
    if (values.length === 0)
      throw new InvalidTreeError(
        'in',
        `${place.path}.list`,
        'the list is empty, so nothing could ever match',
      );
    return values.map((value) => [test(node.value, 'equal', value, below(place, 'value'))]);
  },
  exists: (node, place) => [[test(node.value, 'exists', '', below(place, 'value'))]],
  entered: (node, place) => {
    for (const bound of ['since', 'until'] as const) {
      const value = node[bound];
      if (value !== undefined && constant(value, below(place, bound)) !== undefined)
        refuse(node, place, 'a filter holds no date of its own');
    }
    return say(isIn(field('text', node.path.join('.')), node.states), place);
  },
  field: (node, place) => [[test(node, 'equal', true, place)]],
  'named-field': (node, place) => [[test(node, 'equal', true, place)]],
  not: unsaid,
  between: unsaid,
  match: (node, place) => {
    const value = constant(node.search, below(place, 'search'));
    if (node.operator !== 'contains' || typeof value !== 'string') return unsaid(node, place);
    return [[test(node.value, 'contains', value, below(place, 'value'))]];
  },
  includes: unsaid,
  'relative-date': unsaid,
  fiscal: unsaid,
  changed: unsaid,
  fallback: unsaid,
  choose: unsaid,
  'item-at': unsaid,
  'item-field': unsaid,
  literal: unsaid,
  note: unsaid,
  answer: unsaid,
  parameter: unsaid,
  'child-field': unsaid,
  turn: unsaid,
  'in-query': unsaid,
  property: unsaid,
};

function say(condition: Condition, place: Place): Groups {
  return visit(visitor, condition, place, place.path);
}

function below(place: Place, key: string): Place {
  return { ...place, path: `${place.path}.${key}` };
}

function test(
  value: Expression,
  operator: FieldTest['operator'],
  against: FieldTest['value'],
  place: Place,
): FieldTest {
  const found = (path: readonly string[]) => ({
    path,
    type: value.type,
    operator,
    value: against,
    refuse: (reason: string, instead: string): never => {
      throw new NotExpressibleError(place.target, value.kind, place.path, reason, instead);
    },
  });
  if (value.kind === 'field' && value.type !== 'list') return found(value.path);
  const path = value.kind === 'named-field' && namedPath(value, String(place.inputs[value.parameter] ?? ''));
  return path ? found(path) : refuse(value, place, 'a filter tests a field of the record and nothing else');
}

/** The value of an expression that does not depend on the record; undefined when it is missing. */
function constant(node: Expression, place: Place): LiteralNode['value'] | undefined {
  if (node.kind === 'literal') return given(node.value);
  if (node.kind === 'parameter') return given(place.inputs[node.name]);
  if (node.kind !== 'fallback')
    return refuse(node, place, 'a filter compares with what is known when it is written');
  const values = node.values.map((value, index) => constant(value, below(place, `values[${index}]`)));
  return values.find((value) => value !== undefined);
}

function given(value: LiteralNode['value'] | undefined): LiteralNode['value'] | undefined {
  const isMissing = value === null || value === '' || (Array.isArray(value) && value.length === 0);
  return isMissing ? undefined : value;
}

function limited(node: Condition, groups: Groups, place: Place): Groups {
  return groups.length <= GROUP_LIMIT
    ? groups
    : refuse(node, place, `it takes more than ${GROUP_LIMIT} groups`);
}

function unsaid(node: NodeOf<keyof typeof visitor>, place: Place): never {
  return refuse(node, place, 'the filter of a platform has nothing documented that means the same');
}

function refuse(node: Expression, place: Place, reason: string): never {
  throw new NotExpressibleError(place.target, node.kind, place.path, reason, ELSEWHERE);
}
