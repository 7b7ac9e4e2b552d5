import sax from 'sax';
import { refuse } from '../refuse.ts';

/** A node of an XML body: its text, or a collection of its attributes, its text and the nodes in it. */
type XmlNode = string | Readonly<Record<string, unknown>>;

interface OpenNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Map<string, XmlNode[]>;
  text: string;
}

/** Prefixes stay in the names, and no entities hold but XML's own five. */
const OPTIONS = { xmlns: false, strictEntities: true };

/**
 * Reads an XML body by the one rule that Make's documents give, for answers: every node is an array under its name, prefix
 * included; a node with attributes is a collection with `_attributes`, its text is `_value`. Refused: malformed XML,
 * DOCTYPE (it can declare entities), and what the rule leaves open. Listed as experimental.
 */
export function parseXml(text: string, place: string): Readonly<Record<string, unknown>> {
  const parser = sax.parser(true, OPTIONS);
  const root: OpenNode = { name: '', attributes: {}, children: new Map(), text: '' };
  const open: OpenNode[] = [root];
  const current = (): OpenNode => open.at(-1) ?? root;
  const addText = (part: string): void => {
    current().text += part;
  };
  parser.onerror = ({ message }) => refuse('xml-malformed', `${place}: ${message.split('\n')[0]}`);
  parser.ondoctype = () => refuse('xml-malformed', `${place}: DOCTYPE`);
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onopentag = ({ name, attributes }) =>
    void open.push({
      name,
      attributes: attributes as Readonly<Record<string, string>>,
      children: new Map(),
      text: '',
    });
  parser.onclosetag = () => {
    const node = open.pop() ?? root;
    const { children } = current();
    children.set(node.name, [...(children.get(node.name) ?? []), toNode(node, place)]);
  };
  parser.write(text).close();
  return Object.fromEntries(root.children);
}

function toNode({ name, attributes, children, text }: OpenNode, place: string): XmlNode {
  const hasAttributes = Object.keys(attributes).length > 0;
  const hasText = children.size > 0 ? text.trim() !== '' : text !== '';
  const isClear = hasText ? children.size === 0 : children.size > 0 || hasAttributes;
  const isNamedApart = !children.has('_attributes') && !children.has('_value');
  if (!isClear || !isNamedApart) return refuse('xml-node', `${place}: ${name}`);
  if (hasText && !hasAttributes) return text;
  return {
    ...(hasAttributes ? { _attributes: attributes } : {}),
    ...(hasText ? { _value: text } : {}),
    ...Object.fromEntries(children),
  };
}
