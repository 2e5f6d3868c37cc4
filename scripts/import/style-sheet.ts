import type { Element, Nodes, Parents } from 'hast';
import { propertyOf } from './html-parts.ts';

/** The relevant rules of a style sheet. */
export interface StyleSheet<Said> {
  /** The declarations that apply to an element, highest specificity last. */
  readonly saidOf: (element: Element) => Said[];
}

interface Rule<Said> {
  readonly steps: readonly Step[];
  readonly weight: number;
  readonly order: number;
  readonly said: Said;
}

/** A compound selector and its combinator with the step before. */
interface Step {
  readonly relation: string;
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly Attribute[];
}

interface Attribute {
  readonly name: string;
  readonly operator: string;
  readonly value: string;
}

/**
 * Reads style sheets as browsers do (Selectors Level 4; CSS Syntax Level 3), as far as text needs it. Rules for
 * print, for states or for positions among siblings are left out, and so are those for which `read` returns
 * undefined.
 */
export function readStyleSheet<Said>(
  css: string,
  parents: ReadonlyMap<Nodes, Parents>,
  read: (declarations: string, isAlways: boolean) => Said | undefined,
): StyleSheet<Said> {
  const rules = new Map<string, Rule<Said>[]>();
  let order = 0;
  for (const { selectors, declarations, isAlways } of blocksIn(css)) {
    const said = read(declarations, isAlways);
    if (said === undefined) continue;
    for (const selector of selectors.split(',')) {
      const steps = stepsOf(selector);
      const last = steps?.at(-1);
      if (!steps || !last) continue;
      const key = keysOf(last)[0] ?? '*';
      const known = rules.get(key) ?? [];
      if (known.length === 0) rules.set(key, known);
      known.push({ steps, weight: weightOf(steps), order: order++, said });
    }
  }
  const saidOf = (element: Element): Said[] => {
    const id = propertyOf(element, 'id');
    const keys = [...(id === '' ? [] : [`#${id}`]), ...classesOf(element).map((name) => `.${name}`), element.tagName, '*']; // prettier-ignore
    return [...new Set(keys)]
      .flatMap((key) => rules.get(key) ?? [])
      .filter(({ steps }) => matches(element, steps, parents))
      .sort((a, b) => a.weight - b.weight || a.order - b.order)
      .map(({ said }) => said);
  };
  return { saidOf };
}

interface StyleBlock {
  readonly selectors: string;
  readonly declarations: string;
  /** Whether it applies at every window width. */
  readonly isAlways: boolean;
}

/** Scans character by character: a pattern for a whole rule would read all the rest where one has no end. */
function* blocksIn(sheet: string): Iterable<StyleBlock> {
  const css = withoutComments(sheet);
  const open: { readonly prelude: string; readonly isAlways: boolean; readonly isRead: boolean }[] = [];
  let from = 0;
  for (const { 0: operator, index } of css.matchAll(/\\[^]|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[{}]/g)) {
    if (operator !== '{' && operator !== '}') continue;
    const text = css.slice(from, index);
    from = index + 1;
    const around = open.at(-1) ?? { prelude: '@', isAlways: true, isRead: true };
    if (operator === '{') {
      const prelude = text.slice(text.lastIndexOf(';') + 1).trim();
      const isCondition = /^@(?:media|supports|layer|container|scope)\b/i.test(prelude);
      const isForReaders = !/^@media\b(?![^]*\b(?:screen|all)\b)[^]*\b(?:print|speech|aural)\b/i.test(
        prelude,
      );
      const isRead = around.isRead && (!prelude.startsWith('@') || (isCondition && isForReaders));
      open.push({ prelude, isAlways: around.isAlways && !isCondition, isRead });
    } else {
      open.pop();
      const { prelude, isAlways, isRead } = around;
      if (isRead && !prelude.startsWith('@')) yield { selectors: prelude, declarations: text, isAlways };
    }
  }
  const left = open.at(-1);
  if (left?.isRead && !left.prelude.startsWith('@')) {
    yield { selectors: left.prelude, declarations: css.slice(from), isAlways: left.isAlways };
  }
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.replace(/<!--|-->/g, ' ').split('/*');
  return (
    first + others.map((each) => (each.includes('*/') ? each.slice(each.indexOf('*/') + 2) : '')).join('')
  );
}

/** Undefined for a selector with pseudo-classes or pseudo-elements, such as `:hover` and `::before`. */
function stepsOf(selector: string): Step[] | undefined {
  if (selector.length > maxSelectorLength) return undefined;
  const words = selector
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([>+~]) ?(?![^[]*\])/g, ' $1 ')
    .split(/ (?![^[]*\])/)
    .filter(Boolean);
  if (words.length > maxSteps) return undefined;
  const steps: Step[] = [];
  let relation = ' ';
  for (const word of words) {
    if (/^[>+~]$/.test(word)) {
      relation = word;
      continue;
    }
    const step = stepOf(word, relation);
    if (!step) return undefined;
    steps.push(step);
    relation = ' ';
  }
  return steps;
}

/** Characters and elements of one selector; real style sheets have far fewer. */
const maxSelectorLength = 500;
const maxSteps = 30;

function stepOf(word: string, relation: string): Step | undefined {
  const [all = '', tag] = /^(\*|[a-z][\w-]*)?/i.exec(word) ?? [];
  let rest = word.slice(all.length);
  let id: string | undefined;
  const classes: string[] = [];
  const attributes: Attribute[] = [];
  while (rest !== '') {
    const [part = '', operator, name = '', attribute, compared = '', value = ''] =
      /^(?:([.#])((?:[\w\u00a0-\uffff-]|\\[^\n])+)|\[ ?([\w-]+) ?(?:([*^$~|]?=) ?["']?([^"'\]]*)["']?)? ?\]|:(?:link|any-link)\b)/.exec(
        rest,
      ) ?? [];
    if (part === '') return undefined;
    if (operator === '.') classes.push(unescaped(name));
    if (operator === '#') id = unescaped(name);
    if (attribute !== undefined) attributes.push({ name: attribute, operator: compared, value });
    rest = rest.slice(part.length);
  }
  return { relation, tag: tag === '*' ? undefined : tag?.toLowerCase(), id, classes, attributes };
}

function unescaped(name: string): string {
  return name.replace(/\\(?:([\da-f]{1,6}) ?|([^]))/gi, (_all, code: string | undefined, operator: string) =>
    code === undefined ? operator : String.fromCodePoint(Math.min(0x10_ff_ff, parseInt(code, 16))),
  );
}

/** Keys under which a rule is indexed, rarest first. */
function keysOf({ id, classes, tag }: Step): string[] {
  return [
    ...(id === undefined ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...(tag === undefined ? [] : [tag]),
  ];
}

function weightOf(steps: readonly Step[]): number {
  return steps.reduce(
    (sum, { id, classes, attributes, tag }) =>
      sum + (id === undefined ? 0 : 1e6) + (classes.length + attributes.length) * 1000 + (tag ? 1 : 0),
    0,
  );
}

/** Tracks all elements that match a step; trying them one by one would take exponential time in deep pages. */
function matches(element: Element, steps: readonly Step[], parents: ReadonlyMap<Nodes, Parents>): boolean {
  let found = new Set([element].filter((each) => fits(each, steps.at(-1))));
  for (let at = steps.length - 2; at >= 0 && found.size > 0; at -= 1) {
    const seen = new Set<Element>();
    const next = new Set<Element>();
    for (const each of found) {
      for (const other of relatedTo(each, steps[at + 1]?.relation ?? ' ', parents)) {
        if (seen.has(other)) break;
        seen.add(other);
        if (fits(other, steps[at])) next.add(other);
      }
    }
    found = next;
  }
  return found.size > 0;
}

function* relatedTo(
  element: Element,
  relation: string,
  parents: ReadonlyMap<Nodes, Parents>,
): Iterable<Element> {
  if (relation === ' ' || relation === '>') {
    for (let parent = parents.get(element); parent?.type === 'element'; parent = parents.get(parent)) {
      yield parent;
      if (relation === '>') return;
    }
    return;
  }
  const siblings = (parents.get(element)?.children ?? []) as Nodes[];
  for (let at = siblings.indexOf(element) - 1; at >= 0; at -= 1) {
    const sibling = siblings[at];
    if (sibling?.type !== 'element') continue;
    yield sibling;
    if (relation === '+') return;
  }
}

function fits(element: Element, step: Step | undefined): boolean {
  if (!step) return false;
  const { tag, id, classes, attributes } = step;
  if (tag !== undefined && tag !== element.tagName) return false;
  if (id !== undefined && id !== propertyOf(element, 'id')) return false;
  const own = classes.length > 0 ? classesOf(element) : [];
  return classes.every((name) => own.includes(name)) && attributes.every((each) => has(element, each));
}

function has(element: Element, { name, operator, value }: Attribute): boolean {
  const property = name === 'class' ? 'className' : name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase()); // prettier-ignore
  if (element.properties[property] === undefined) return false;
  const said = propertyOf(element, property);
  switch (operator) {
    case '':
      return true;
    case '=':
      return said === value;
    case '~=':
      return said.split(' ').includes(value);
    case '^=':
      return value !== '' && said.startsWith(value);
    case '$=':
      return value !== '' && said.endsWith(value);
    case '|=':
      return said === value || said.startsWith(`${value}-`);
    default:
      return value !== '' && said.includes(value);
  }
}

export function classesOf(element: Element): string[] {
  return propertyOf(element, 'className').split(' ').filter(Boolean);
}
