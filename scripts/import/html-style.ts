import type { Element, ElementContent, Nodes, Parents, Root } from 'hast';
import { toText } from 'hast-util-to-text';
import { visit } from 'unist-util-visit';
import { isMarkedAsNote } from './html-notes.ts';
import { findElements, propertyOf } from './html-parts.ts';
import { marksIn } from './interpret-script.ts';
import { classesOf, readStyleSheet } from './style-sheet.ts';

/** Effects of a style that have an element in Markdown. */
interface Look {
  readonly isStruck?: boolean;
  readonly isHidden?: boolean;
  readonly mark?: 'sup' | 'sub' | 'none';
  /** Moved by a length, as images are too: counts only for a few letters. */
  readonly isMoved?: boolean;
  readonly isSmall?: boolean;
}

/**
 * Replaces styles for struck-out, hidden, raised or lowered text with elements. Otherwise deleted text would return,
 * and a note mark would join the number before it.
 */
export function sayStyles(tree: Root): void {
  const parents = new Map<Nodes, Parents>();
  visit(tree, (node, _at, parent) => {
    if (parent) parents.set(node, parent);
  });
  const css = findElements(tree, ({ tagName }) => tagName === 'style').map(textOf);
  const sheet = readStyleSheet(css.join('\n'), parents, lookOf);
  visit(tree, 'element', (element) => {
    const { tagName } = element;
    const own = lookOf(propertyOf(element, 'style'));
    const look = Object.assign({}, lookOfName(element), ...sheet.saidOf(element), own) as Look;
    // Google Docs wraps copied content in a bold element with normal weight.
    if (isBold.test(tagName) && isNotBold.test(propertyOf(element, 'style'))) element.tagName = 'span';
    if (look.isHidden === true && tagName !== 'style') element.properties['hidden'] = true;
    if (look.isStruck === true && !isStruckElement.test(tagName)) wrapText(element, 'del');
    if (!isPhrase.test(tagName)) return;
    const { mark, isMoved } = look;
    if (isMarkedAsNote(element) && marksIn(toText(element)) !== undefined)
      wrap(element, 'sup', 'dataFootnote');
    else if ((mark === 'sup' || mark === 'sub') && (isMoved !== true || isFewLetters(element)))
      wrap(element, mark);
    else if (look.isSmall === true && isFewLetters(element)) wrap(element, 'sup', 'dataSmall');
  });
}

function wrap(element: Element, tagName: 'sup' | 'sub', property?: 'dataFootnote' | 'dataSmall'): void {
  const properties = property === undefined ? {} : { [property]: '' };
  element.children = [{ type: 'element', tagName, properties, children: element.children }];
}

/** Effects of MathML, an element or a class name. */
function lookOfName(element: Element): Look {
  const { tagName, children } = element;
  const mark = tagName === 'msup' ? 'sup' : tagName === 'msub' ? 'sub' : undefined;
  const raised = children.filter(({ type }) => type === 'element')[1];
  if (mark !== undefined && raised?.type === 'element') raised.tagName = mark;
  const classes = classesOf(element);
  const isStruck = classes.some((name) => struckNames.test(name));
  const isSmall = tagName === 'small' || classes.some((name) => noteNames.test(name));
  const named = classes.some((name) => raisedNames.test(name))
    ? 'sup'
    : classes.some((name) => loweredNames.test(name))
      ? 'sub'
      : undefined;
  return {
    ...(isStruck && { isStruck }),
    ...(isSmall && { isSmall }),
    ...(named !== undefined && { mark: named, isMoved: true }),
  };
}

const raisedNames = /^(?:(?:[\w-]*-)?superscript|(?:align-)?sup(?:er)?|exponent)$/i;
const loweredNames = /^(?:(?:[\w-]*-)?subscript|(?:align-)?sub)$/i;
const struckNames =
  /^(?:line-?through|(?:ql-)?strike(?:-?through)?|struck(?:-?(?:out|through))?|text-decoration-line-through|has-text-strike)$/i;
const noteNames = /^(?:refs?|reference|cite|citation|notes?|note-?mark|index|small)$/i;

function isFewLetters({ children }: Element): boolean {
  const said = children.filter((child) => child.type !== 'comment');
  const [child] = said;
  if (said.length !== 1 || !child) return false;
  return child.type === 'element'
    ? isFewLetters(child)
    : child.type === 'text' && /^\s*(?:[([]?[−–+-]?\d{1,3}[)\]]?|\p{L}|[*†‡])\s*$/u.test(child.value);
}

const isBold = /^(?:b|strong)$/;
const isNotBold = /font-weight\s*:\s*(?:normal|400)\b/i;
const isStruckElement = /^(?:del|s|strike)$/;
const isPhrase =
  /^(?:span|font|a|b|i|em|strong|u|small|big|abbr|cite|ins|mark|q|time|label|bdi|bdo|tt|code|var)$/;
const isBlock =
  /^(?:p|div|ul|ol|li|table|tbody|thead|tr|td|th|blockquote|h[1-6]|section|article|main|body|html|head|figure|dl|dd|dt|pre)$/;

/** Text that is hidden only in narrow windows counts as visible. */
function lookOf(declarations: string, isAlways = true): Look | undefined {
  const look: { -readonly [Name in keyof Look]: Look[Name] } = {};
  for (const declaration of declarations.toLowerCase().split(';')) {
    const at = declaration.indexOf(':');
    const [name, value] = [declaration.slice(0, Math.max(0, at)).trim(), declaration.slice(at + 1).trim()];
    if (/^text-decoration(?:-line)?$/.test(name)) look.isStruck = value.includes('line-through');
    if (isAlways && name === 'display') look.isHidden = value.startsWith('none');
    if (isAlways && name === 'visibility') look.isHidden = value.startsWith('hidden');
    if (name === 'mso-hide') look.isHidden = value.startsWith('all');
    if (name === 'font-size') look.isSmall = isSmaller(value);
    if (name === 'vertical-align' || name === 'font-variant-position') {
      look.mark = /^super\b/.test(value) ? 'sup' : /^sub\b/.test(value) ? 'sub' : 'none';
      look.isMoved = false;
    }
    const moved = movedBy(name, value);
    if (moved === undefined) continue;
    look.mark = moved;
    look.isMoved = true;
  }
  return Object.keys(look).length > 0 ? look : undefined;
}

function isSmaller(value: string): boolean {
  const [, number = '1', unit = ''] = /^(\d*\.?\d+)(%|em)/.exec(value) ?? [];
  return /^(?:smaller|x{1,2}-small)\b/.test(value) || Number(number) / (unit === '%' ? 100 : 1) < 0.9;
}

/** `vertical-align: 30%` and `top: -4px` raise; `vertical-align: -2px` and `top: 4px` lower. */
function movedBy(name: string, value: string): 'sup' | 'sub' | undefined {
  if (name === 'vertical-align' && /^text-top\b/.test(value)) return 'sup';
  const length = Number.parseFloat(value);
  if (!/^(?:vertical-align|top|bottom)$/.test(name) || !(Math.abs(length) > 0)) return undefined;
  return length > 0 === (name !== 'top') ? 'sup' : 'sub';
}

/** Wraps the inline content of an element, but not its blocks. */
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
