/** A reader of the XML that SVG files need, for the tests; it throws where a file is not well-formed. */

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Of the node and all below it. */
  readonly text: string;
}

const TOKEN = /<\?[^?]*\?>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

interface OpenNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

export function readXml(source: string): XmlNode {
  const top: OpenNode = { name: '', attributes: {}, children: [], text: '' };
  const open: OpenNode[] = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(source);
    if (!token) throw new Error(`not well-formed: ${source.slice(at, at + 60)}`);
    const [, closing, opening, attributes = '', selfClosing, text] = token;
    if (text !== undefined) (open.at(-1) ?? top).text += unescape(text);
    if (opening !== undefined) {
      open.push({ name: opening, attributes: readAttributes(attributes), children: [], text: '' });
    }
    if (closing !== undefined || selfClosing === '/') {
      const done = open.pop();
      const parent = open.at(-1);
      if (!done || !parent || (closing !== undefined && done.name !== closing))
        throw new Error(`${String(closing)} closes nothing`);
      parent.children.push(done);
      parent.text += done.text;
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || !root) throw new Error('one root, closed, is wanted');
  return root;
}

/** Every node of a name, in the order of the file. */
export function nodesOf(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...nodesOf(child, name)]);
}

function readAttributes(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:-]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescape(value)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length)
    throw new Error('an attribute is there twice');
  return Object.fromEntries(pairs);
}

function unescape(text: string): string {
  return text.replace(/&([^;\s]*);?/g, (_, name: string) => {
    const character = ENTITIES[name];
    if (character === undefined) throw new Error(`&${name}; is not known`);
    return character;
  });
}
