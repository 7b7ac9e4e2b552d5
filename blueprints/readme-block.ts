/**
 * A README with the text between the marks `<!-- name -->` and `<!-- /name -->` replaced. Throws when it lacks the marks.
 */
export function withBlock(readme: string, name: string, block: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, ...rest] = readme.split(start);
  const [, after] = rest.join(start).split(end);
  if (before === undefined || after === undefined) throw new Error(`The README lacks the marks of ${name}.`);
  return `${before}${start}\n\n${block}\n\n${end}${after}`;
}

/** A README with a block as `withBlock`, put at its end if it lacks the marks. */
export function withBlockSomewhere(readme: string, name: string, block: string): string {
  const marked = readme.includes(`<!-- ${name} -->`);
  return withBlock(marked ? readme : `${readme}\n<!-- ${name} -->\n<!-- /${name} -->\n`, name, block);
}
