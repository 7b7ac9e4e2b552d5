import type { Expression, Node } from '../../language/node/node.ts';
import type { Template } from '../../language/template.ts';
import { visit } from '../../language/visitor.ts';
import { condition } from './condition.ts';
import { isAlwaysList, isAlwaysText } from './known-type.ts';
import { kept, type Repeated } from './repeat.ts';
import type { Scope } from './scope.ts';
import { fillTemplate } from './template.ts';
import { timeCondition } from './time-condition.ts';
import { asList, asNumber, asText } from './value.ts';
import { visitor } from './visitor.ts';

/** A compiled node. */
export type Evaluate<Result = unknown> = (scope: Scope) => Result;

/** Where a node stands, and how its parts are compiled. Segments name the part, so that an error can say where it is. */
export interface Place {
  readonly path: string;
  readonly value: (node: Node, segment: string) => Evaluate;
  readonly text: (node: Node, segment: string) => Evaluate<string | undefined>;
  readonly number: (node: Node, segment: string) => Evaluate<number | undefined>;
  readonly list: (node: Node, segment: string) => Evaluate<readonly unknown[]>;
  readonly condition: (node: Expression, segment: string) => Evaluate<boolean>;
  readonly template: (template: Template, segment: string) => Evaluate;
}

/** Compiles the parts of the node at a path. */
export function placeAt(path: string, repeated: Repeated = new Map()): Place {
  const value = (node: Node, segment: string) => evaluateAt(node, `${path}.${segment}`, repeated);
  return {
    path,
    value,
    text: (node, segment) => {
      const read = value(node, segment);
      if (node.kind === 'literal') {
        const constant = asText(node.value);
        return () => constant;
      }
      return isAlwaysText(node) ? (read as Evaluate<string | undefined>) : (scope) => asText(read(scope));
    },
    number: (node, segment) => {
      const read = value(node, segment);
      return (scope) => asNumber(read(scope));
    },
    list: (node, segment) => {
      const read = value(node, segment);
      return isAlwaysList(node) ? (read as Evaluate<readonly unknown[]>) : (scope) => asList(read(scope));
    },
    condition: (node, segment) => {
      const read = value(node, segment);
      return node.kind in condition || node.kind in timeCondition
        ? (read as Evaluate<boolean>)
        : (scope) => read(scope) === true;
    },
    template: (template, segment) =>
      fillTemplate(template, `${path}.${segment}`, (node, at) => evaluateAt(node, at, repeated)),
  };
}

/** Compiles the node at a path. */
export function evaluateAt(node: Node, path: string, repeated: Repeated): Evaluate {
  const evaluate = visit(visitor, node, placeAt(path, repeated), path);
  const at = repeated.get(node);
  return at === undefined ? evaluate : kept(evaluate, at);
}
