import type { Element, ElementContent, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { findElements, propertyOf } from './html-parts.ts';

/** What a style sheet says of a text that Markdown says by an element. */
interface Look {
  readonly isStruck: boolean;
  readonly mark: 'sup' | 'sub' | undefined;
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
    const mark = stated.findLast((look) => look.mark !== undefined)?.mark;
    if (mark !== undefined && isPhrase.test(element.tagName)) {
      element.children = [{ type: 'element', tagName: mark, properties: {}, children: element.children }];
    }
    return undefined;
  });
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
  for (const declaration of declarations.toLowerCase().split(';')) {
    const [name = '', value = ''] = declaration.split(':', 2).map((each) => each.trim());
    if (/^text-decoration(?:-line)?$/.test(name)) isStruck = value.includes('line-through');
    if (name === 'vertical-align')
      mark = /^super\b/.test(value) ? 'sup' : /^sub\b/.test(value) ? 'sub' : undefined;
  }
  return isStruck || mark !== undefined ? { isStruck, mark } : undefined;
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
