import { type Dialect, parseTemplate } from '../../iml/iml.ts';
import type { Expression, PathStep } from '../../iml/syntax.ts';

/** A variable as an expression reads it. */
export interface ReadPath {
  /** The variable's name, or the module id in a scenario. */
  readonly root: string;
  readonly steps: readonly PathStep[];
}

/** Every variable that a text with `{{…}}` reads. Throws what parsing throws. */
export function pathsOf(text: string, dialect: Dialect): readonly ReadPath[] {
  const paths: ReadPath[] = [];
  for (const part of parseTemplate(text, dialect).parts) if (typeof part !== 'string') collect(part, paths);
  return paths;
}

function collect(expression: Expression, paths: ReadPath[]): void {
  switch (expression.kind) {
    case 'path':
      paths.push({ root: expression.root, steps: expression.steps });
      return;
    case 'call':
      for (const argument of expression.arguments) collect(argument, paths);
      return;
    case 'not':
      collect(expression.operand, paths);
      return;
    case 'binary':
      collect(expression.left, paths);
      collect(expression.right, paths);
      return;
    case 'bare':
      if (expression.anchored && !(expression.reading instanceof Error)) collect(expression.reading, paths);
      return;
    default:
      return;
  }
}
