import sax from 'sax';

/** An element of a metadata file: its text, or its elements by name. */
export type Element = string | { readonly [name: string]: readonly Element[] };

/** A metadata file, read: the name of its root and what that holds. Throws for text that is no XML. */
export function readXml(text: string): { readonly type: string; readonly content: Element } {
  const root: Record<string, Element[]> = {};
  const open: { readonly name: string; readonly elements: Record<string, Element[]>; text: string }[] = [];
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => void open.push({ name, elements: {}, text: '' });
  parser.ontext = (part) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += part;
  };
  parser.onclosetag = () => {
    const { name = '', elements = {}, text = '' } = open.pop() ?? {};
    const into = open.at(-1)?.elements ?? root;
    into[name] = [...(into[name] ?? []), Object.keys(elements).length > 0 ? elements : text];
  };
  parser.write(text).close();
  const [[type = '', contents = []] = []] = Object.entries(root);
  return { type, content: contents[0] ?? '' };
}

/** The elements of a name inside an element. */
export function all(element: Element | undefined, name: string): readonly Element[] {
  return typeof element === 'object' ? (element[name] ?? []) : [];
}

/** The text of the only element of a name; missing when there is none. */
export function textOf(element: Element | undefined, name: string): string | undefined {
  const [first] = all(element, name);
  return typeof first === 'string' ? first : undefined;
}
