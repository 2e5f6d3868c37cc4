import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { findElements, propertyOf } from './html-parts.ts';

/** What a style sheet says of a text that Markdown says by an element. */
interface Look {
  readonly isStruck: boolean;
  readonly mark: 'sup' | 'sub' | undefined;
  /** Said by a length, as pictures are moved, too: it holds for a few letters alone. */
  readonly isMoved?: boolean;
}

/**
 * Says by elements what a page says by its style alone: type that is struck out, raised or lowered. Without them, what was
 * struck out would return, and a number would swallow its note.
 */
export function sayStyles(tree: Root): void {
  const sheets = findElements(tree, ({ tagName }) => tagName === 'style').map(textOf);
  const looks = looksIn(sheets.join('\n'));
  visit(tree, 'element', (element) => {
    const classes = propertyOf(element, 'className').split(' ');
    const stated = [
      looks.get(element.tagName),
      ...classes.flatMap((name) => [looks.get(`.${name}`), looks.get(`${element.tagName}.${name}`)]),
      looks.get(`#${propertyOf(element, 'id')}`),
      lookOf(propertyOf(element, 'style')),
    ].filter((look) => look !== undefined);
    // Google Docs puts all that is copied into one.
    if (isBold.test(element.tagName) && isNotBold.test(propertyOf(element, 'style')))
      element.tagName = 'span';
    if (stated.some(({ isStruck }) => isStruck) && !isStruckElement.test(element.tagName))
      wrapText(element, 'del');
    const { mark, isMoved } =
      stated.findLast((look) => look.mark !== undefined) ?? lookOfName(element, classes);
    if (mark !== undefined && isPhrase.test(element.tagName) && (isMoved !== true || isFewLetters(element))) {
      element.children = [{ type: 'element', tagName: mark, properties: {}, children: element.children }];
    }
    return undefined;
  });
}

/** What a formula of MathML or the name of a class says. */
function lookOfName({ tagName, children }: Element, classes: readonly string[]): Partial<Look> {
  const mark = tagName === 'msup' ? 'sup' : tagName === 'msub' ? 'sub' : undefined;
  const raised = children.filter(({ type }) => type === 'element')[1];
  if (mark !== undefined && raised?.type === 'element') raised.tagName = mark;
  const name = classes.find((each) => /^(?:superscript|subscript|sup|sub)$/i.test(each))?.toLowerCase();
  if (name === undefined) return {};
  return { mark: name.startsWith('sup') ? 'sup' : 'sub', isMoved: true };
}

function isFewLetters({ children }: Element): boolean {
  const [child] = children;
  if (children.length !== 1 || !child) return false;
  return child.type === 'element'
    ? isFewLetters(child)
    : child.type === 'text' && /^\s*(?:[([]?[−–+-]?\d{1,3}[)\]]?|\p{L}|[*†‡])\s*$/u.test(child.value);
}

const isBold = /^(?:b|strong)$/;
const isNotBold = /font-weight\s*:\s*(?:normal|400)\b/i;
const isStruckElement = /^(?:del|s|strike)$/;
const isPhrase = /^(?:span|font|a|b|i|em|strong|u|small)$/;
const isBlock =
  /^(?:p|div|ul|ol|li|table|tbody|thead|tr|td|th|blockquote|h[1-6]|section|article|main|body|html|head|figure|dl|dd|dt|pre)$/;

/** Rules of one class, one element or one place; whatever is more, an editor does not write for a text. */
function looksIn(css: string): ReadonlyMap<string, Look> {
  const looks = new Map<string, Look>();
  for (const rule of withoutComments(css).split('}')) {
    const [selectors = '', declarations = ''] = rule.split('{').slice(-2);
    const look = lookOf(declarations);
    if (look === undefined) continue;
    for (const selector of selectors.split(',')) {
      const name = selector.trim();
      if (/^(?:[a-z][a-z0-9]*)?[.#]?[\w-]+$/i.test(name)) looks.set(name, look);
    }
  }
  return looks;
}

function lookOf(declarations: string): Look | undefined {
  let isStruck = false;
  let mark: Look['mark'];
  let isMoved = false;
  for (const declaration of declarations.toLowerCase().split(';')) {
    const [name = '', value = ''] = declaration.split(':', 2).map((each) => each.trim());
    if (/^text-decoration(?:-line)?$/.test(name)) isStruck = value.includes('line-through');
    if (name === 'vertical-align' || name === 'font-variant-position') {
      mark = /^super\b/.test(value) ? 'sup' : /^sub\b/.test(value) ? 'sub' : undefined;
    }
    const moved = movedBy(name, value);
    if (moved === undefined) continue;
    mark = moved;
    isMoved = true;
  }
  return isStruck || mark !== undefined ? { isStruck, mark, isMoved } : undefined;
}

/** `vertical-align: 30%` and `top: -4px` raise, `vertical-align: -2px` and `top: 4px` lower. */
function movedBy(name: string, value: string): Look['mark'] {
  if (name === 'vertical-align' && /^text-top\b/.test(value)) return 'sup';
  const length = Number.parseFloat(value);
  if (!/^(?:vertical-align|top|bottom)$/.test(name) || !(Math.abs(length) > 0)) return undefined;
  return length > 0 === (name !== 'top') ? 'sup' : 'sub';
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*');
  return (
    first + others.map((each) => (each.includes('*/') ? each.slice(each.indexOf('*/') + 2) : '')).join('')
  );
}

/** Puts the text of an element, but not its blocks, into another. */
function wrapText(element: Element, tagName: string): void {
  const children: ElementContent[] = [];
  let run: ElementContent[] = [];
  const close = (): void => {
    if (run.some((node) => node.type !== 'text' || node.value.trim() !== '')) {
      children.push({ type: 'element', tagName, properties: {}, children: run });
    } else children.push(...run);
    run = [];
  };
  for (const child of element.children) {
    if (child.type === 'element' && isBlock.test(child.tagName)) {
      close();
      wrapText(child, tagName);
      children.push(child);
    } else run.push(child);
  }
  close();
  element.children = children;
}

function textOf({ children }: Element): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
