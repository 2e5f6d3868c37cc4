import type { Element, Nodes, Parents, Root } from 'hast';
import { hasSentence } from './has-sentence.ts';
import { findElement, holdersOf, propertyOf } from './html-parts.ts';
import { callToAct, instructions, type Dropped } from './document-source.ts';

/**
 * Removes what is not the text of a page and returns it. Elements with a section, the title or most of the page stay:
 * some pages are one form or one cookie box. A class or id removes a sentence only outside the article, since
 * `share-price` is not a share button.
 */
export function dropBoilerplate(tree: Root, headings: ReadonlySet<Nodes>, isInArticle = false): Dropped[] {
  const dropped: Dropped[] = [];
  const holders = holdersOf(tree, headings);
  const length = lengthOf(tree);
  let passed = 0;
  const look = (parent: Parents, isInside: boolean): void => {
    parent.children = parent.children.filter((node) => {
      if (headings.has(node)) passed += 1;
      const isAmong = isInside || (passed > 0 && passed < headings.size);
      const what = holders.has(node) ? programOf(node) : boilerplateOf(node, isInside);
      if (what !== undefined) {
        const text = linesOf(node);
        const stays =
          node.type === 'element' &&
          what !== programOf(node) &&
          (holdsText(node, length, what) || (what === markOf(node) && isAmong && hasSentence(text)));
        if (!stays) {
          if (text !== '') dropped.push({ what, text });
          return false;
        }
        show(node);
      }
      if (node.type === 'element') look(node, isInside || isArticle(node));
      return true;
    });
  };
  look(tree, isInArticle);
  return dropped;
}

/** All text of a node, one line for each block. */
export function linesOf(node: Nodes): string {
  // Splitting avoids a pattern for spaces around line ends, which is quadratic.
  const lines = textOf(node).split('\n');
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}

/** `main`, `article`, or an element with the role `main`. */
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

/** Dropped unless they contain the text. */
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

/** Words in the class or id of an element, split at hyphens and capitals. */
const marks: readonly (readonly [string, RegExp])[] = [
  ['cookie notice', /^(?:cookies?|consent|gdpr|cmp)$/],
  ['share buttons', /^(?:share|sharing|shares|social|sharedaddy|addtoany)$/],
  ['newsletter form', /^(?:newsletter|subscribe|signup)$/],
  ['navigation', /^(?:breadcrumbs?|pagination|navbar|navigation|skip)$/],
  ['advertisement', /^(?:ads?|advert|advertisement|sponsored|promo)$/],
  ['related pages', /^(?:related|recommended|recirculation)$/],
  ['reader comments', /^(?:comments?|disqus)$/],
  ['side note', /^sidebar$/],
  ['dialog', /^(?:popup|modal)$/],
];

function programOf(node: Nodes): string | undefined {
  if (node.type === 'comment') return /^\[(?:if\b|endif\b)/.test(node.value) ? instructions : 'comment';
  return node.type === 'element' ? programs[node.tagName] : undefined;
}

function boilerplateOf(node: Nodes, isInArticle: boolean): string | undefined {
  const program = programOf(node);
  if (program !== undefined || node.type !== 'element') return program;
  if (isHidden(node)) return 'hidden text';
  if (node.tagName === 'header') return isInArticle ? undefined : 'page header';
  if (isSubscription(node)) return callToAct;
  return surroundings[node.tagName] ?? roles[propertyOf(node, 'role')] ?? markOf(node);
}

/** Subscription forms, by the class names of newsletters and plug-ins or by their fields. */
function isSubscription(element: Element): boolean {
  if (['html', 'body', 'main', 'article', 'head'].includes(element.tagName)) return false;
  const names = `${propertyOf(element, 'className')} ${propertyOf(element, 'id')}`;
  if (subscriptions.test(names)) return true;
  const isField = ({ tagName, properties }: Element): boolean =>
    (tagName === 'input' && properties['type'] === 'email') ||
    (tagName === 'a' && /\/(?:subscribe|sign-?up)\b/i.test(propertyOf({ ...element, properties }, 'href')));
  return markOf(element) === 'newsletter form' && findElement(element, isField) !== undefined;
}

const subscriptions =
  /(?:^|[\s_-])(?:subscription-widget|subscribe-widget|subscribe-prompt|subscribe-footer|paywall|kg-signup-card|kg-cta-card|kg-subscribe|gh-(?:subscribe|post-upgrade-cta|cta)|mc_embed_(?:signup|shell)|mc4wp-form|mailchimp|jetpack[_-]subscri\w*|wp-block-jetpack-subscriptions?\w*|jp-carousel|jp-relatedposts|beehiiv-\w+|convertkit|ck_form|formkit-form|seva-form|sib-form|tnp-subscription|email-signup|newsletter-(?:signup|sign-up|form|cta|embed|box|subscribe)|poll-embed|digest-post-embed)(?:$|[\s_-])/i;

/** Contains the title or an article and is not hidden, or is more than half of the page. */
function holdsText(element: Element, length: number, what: string): boolean {
  const isTextual = (each: Element): boolean => each.tagName === 'h1' || isArticle(each);
  if (what !== 'hidden text' && findElement(element, isTextual)) return true;
  return hasSentence(linesOf(element)) && lengthOf(element) * 2 > length;
}

/** Visible characters outside links, so that a long menu does not count as text. */
function lengthOf(node: Nodes): number {
  if (node.type === 'text') return node.value.trim().length;
  if (!('children' in node) || (node.type === 'element' && /^(?:script|style|title|a)$/.test(node.tagName)))
    return 0;
  return node.children.reduce((sum, child) => sum + lengthOf(child), 0);
}

function isHidden(element: Element): boolean {
  return (
    element.properties['hidden'] !== undefined ||
    propertyOf(element, 'ariaHidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(propertyOf(element, 'style'))
  );
}

/** Unhides an element that stays, so that the next step does not remove it. */
function show(element: Element): void {
  delete element.properties['hidden'];
  delete element.properties['style'];
}

function markOf(element: Element): string | undefined {
  if (['html', 'body', 'main', 'article', 'head'].includes(element.tagName)) return undefined;
  const words = `${propertyOf(element, 'className')} ${propertyOf(element, 'id')}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return marks.find(([, mark]) => words.some((word) => mark.test(word)))?.[0];
}

/** All text of a node, scripts included: one line for each block and control, then addresses. */
function textOf(node: Nodes): string {
  if (node.type === 'comment' || node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const content = node.type === 'element' ? (node.content?.children ?? []) : [];
  const inside = [...node.children, ...content].map(textOf).join('');
  if (node.type !== 'element' || phrases.includes(node.tagName)) return inside;
  const said = ['title', 'placeholder', 'value', 'alt', 'src', 'data'].map((name) => propertyOf(node, name));
  return ['', inside, ...said.filter(Boolean), ''].join('\n');
}

/** Inline elements, which do not end a line. */
const phrases =
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tt u var'.split(
    ' ',
  );
