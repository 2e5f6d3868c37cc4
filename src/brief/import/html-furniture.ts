import type { Element, Nodes, Parents, Root } from 'hast';
import { propertyOf } from './html-parts.ts';
import type { Dropped } from './source.ts';

/**
 * Takes out of a page what is not its text. What holds a heading of a section stays, whatever it calls itself: some
 * pages are one form, and some wrap everything in a box for cookies. Every word taken out is handed back.
 */
export function dropFurniture(tree: Root, holders: ReadonlySet<Nodes>): Dropped[] {
  const dropped: Dropped[] = [];
  const look = (parent: Parents, isInArticle: boolean): void => {
    parent.children = parent.children.filter((node) => {
      const what = furnitureOf(node, isInArticle, holders.has(node));
      if (what !== undefined) {
        const text = textOf(node)
          .replace(/\s*\n\s*/g, '\n')
          .trim();
        if (text !== '') dropped.push({ what, text });
        return false;
      }
      if (node.type === 'element') look(node, isInArticle || isArticle(node));
      return true;
    });
  };
  look(tree, false);
  return dropped;
}

/** `main`, `article`, or what has the part of the first. */
export function isArticle(element: Element): boolean {
  return (
    element.tagName === 'article' || element.tagName === 'main' || propertyOf(element, 'role') === 'main'
  );
}

const programs: Readonly<Record<string, string>> = {
  script: 'script',
  style: 'style sheet',
  noscript: 'text for browsers without scripts',
  template: 'template of a script',
  svg: 'drawing',
  canvas: 'drawing',
  iframe: 'embedded page',
  object: 'embedded page',
  embed: 'embedded page',
  video: 'embedded media',
  audio: 'embedded media',
  nav: 'navigation',
  menu: 'navigation',
  input: 'form',
  select: 'form',
  textarea: 'form',
  datalist: 'form',
};

/** Dropped unless a section stands in it. */
const surroundings: Readonly<Record<string, string>> = {
  aside: 'side note',
  footer: 'page footer',
  form: 'form',
  button: 'button',
  dialog: 'dialog',
};

const roles: Readonly<Record<string, string>> = {
  navigation: 'navigation',
  banner: 'page header',
  contentinfo: 'page footer',
  complementary: 'side note',
  search: 'form',
  dialog: 'dialog',
  alertdialog: 'dialog',
};

/** Words in the class or id of an element, between hyphens and capitals. */
const marks: readonly (readonly [string, RegExp])[] = [
  ['cookie notice', /^(?:cookies?|consent|gdpr|cmp)$/],
  ['share buttons', /^(?:share|sharing|shares|social|sharedaddy|addtoany)$/],
  ['newsletter form', /^(?:newsletter|subscribe|signup)$/],
  ['navigation', /^(?:breadcrumbs?|pagination|navbar|navigation|skip)$/],
  ['advertisement', /^(?:ads?|advert|advertisement|sponsored|promo)$/],
  ['related pages', /^(?:related|recommended|recirculation)$/],
  ['comments of readers', /^(?:comments?|disqus)$/],
  ['side note', /^sidebar$/],
  ['dialog', /^(?:popup|modal)$/],
];

function furnitureOf(node: Nodes, isInArticle: boolean, holdsSection: boolean): string | undefined {
  if (node.type === 'comment') return 'comment';
  if (node.type !== 'element') return undefined;
  const { tagName } = node;
  const program = programs[tagName];
  if (program !== undefined) return program;
  if (holdsSection) return undefined;
  if (isHidden(node)) return 'hidden text';
  if (tagName === 'header') return isInArticle ? undefined : 'page header';
  return surroundings[tagName] ?? roles[propertyOf(node, 'role')] ?? markOf(node);
}

function isHidden(element: Element): boolean {
  return (
    element.properties['hidden'] !== undefined ||
    propertyOf(element, 'ariaHidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(propertyOf(element, 'style'))
  );
}

function markOf(element: Element): string | undefined {
  if (['html', 'body', 'main', 'article', 'head'].includes(element.tagName)) return undefined;
  const words = `${propertyOf(element, 'className')} ${propertyOf(element, 'id')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return marks.find(([, mark]) => words.some((word) => mark.test(word)))?.[0];
}

/** All that is said in an element, programs included: a line for each block and each control, and its address last. */
function textOf(node: Nodes): string {
  if (node.type === 'comment' || node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const content = node.type === 'element' ? (node.content?.children ?? []) : [];
  const inside = [...node.children, ...content].map(textOf).join('');
  if (node.type !== 'element' || phrases.includes(node.tagName)) return inside;
  const said = ['title', 'placeholder', 'value', 'alt', 'src', 'data'].map((name) => propertyOf(node, name));
  return ['', inside, ...said.filter(Boolean), ''].join('\n');
}

/** Elements that do not end a line. */
const phrases =
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  );
