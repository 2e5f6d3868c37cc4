import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Text of the element itself, including CDATA. */
  readonly text: string;
}

/** Parses XML 1.0 with namespaces; throws at the first error. */
export function parseStrictXml(xml: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element = { name, attributes: Object.fromEntries(values), children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const addText = (text: string): void => {
    const parent = open.at(-1);
    if (parent) parent.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(xml).close();
  const [document] = root.children;
  if (!document) throw new Error('The document has no element.');
  return document;
}

export function childrenOf(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The only child of that name. */
export function childOf(element: Element, name: string): Element {
  const [child, ...more] = childrenOf(element, name);
  if (!child || more.length > 0) {
    throw new Error(`Expected one ${name} in ${element.name}, found ${String(child ? more.length + 1 : 0)}.`);
  }
  return child;
}
