import type { Org } from '../org.ts';
import type { Field } from '../schema/type.ts';
import type { Transform } from './format.ts';
import { malformed } from './malformed.ts';
import { type Found, type Path, parentOf, readFound, type Step } from './path.ts';

/** Prints a record as REST does; `base` is the versioned root, such as /services/data/v66.0. */
export type Print = (found: Found, base: string) => Record<string, unknown>;

/** Prints one entry of a record. */
export type Cell = (found: Found, base: string) => unknown;

/** The entries of a record, and the shapes of its parents among them, in the order they were written. */
export interface Shape {
  readonly cells: Map<string, Cell>;
  readonly parents: Map<string, Shape>;
}

export const emptyShape = (): Shape => ({ cells: new Map(), parents: new Map() });

/** Prints what a shape holds of a record. */
export function printer(shape: Shape): Print {
  return (found, base) => {
    const record: Record<string, unknown> = {
      attributes: {
        type: found.sobject.name,
        url: `${base}/sobjects/${found.sobject.name}/${found.row.Id}`,
      },
    };
    for (const [key, cell] of shape.cells) record[key] = cell(found, base);
    return record;
  };
}

/** Adds a field of a record or of a parent of it, its value passed through transforms. */
export function addPath(
  org: Org,
  shape: Shape,
  path: Path,
  key = path.field.name,
  transforms: readonly Transform[] = [],
): void {
  const at = path.steps.reduce((outer, step) => parentShape(org, outer, step), shape);
  addCell(at, key, (found) => {
    const value = readFound(org, found, path.field);
    return transforms.reduce((before, transform) => transform(before, found.row), value);
  });
}

/** Adds an entry. Throws MALFORMED_QUERY when there is one of its name. */
export function addCell(shape: Shape, key: string, cell: Cell): void {
  if (shape.cells.has(key)) throw malformed(`duplicate field selected: ${key}`);
  shape.cells.set(key, cell);
}

function parentShape(org: Org, shape: Shape, step: Step): Shape {
  const name = String(step.lookup.relationshipName);
  const known = shape.parents.get(name);
  if (known !== undefined) return known;
  const parent = emptyShape();
  addCell(shape, name, parentCell(org, step.lookup, parent));
  shape.parents.set(name, parent);
  return parent;
}

function parentCell(org: Org, lookup: Field, shape: Shape): Cell {
  const print = printer(shape);
  return (found, base) => {
    const parent = parentOf(org, lookup, found.row);
    return parent === undefined ? null : print(parent, base);
  };
}
