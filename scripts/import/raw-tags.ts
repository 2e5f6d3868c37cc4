import type { Html, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { componentOf } from '../../src/markdown/components/registry.ts';
import { importedComment } from './comment.ts';

/**
 * Classifies tags in Markdown: HTML stays, a component goes into a comment with its attributes, and the rest is text
 * in angle brackets, such as `Vec<String>` or "<name of the minister to be added>".
 */
export function readTags(tree: Root): void {
  const closed = closedIn(tree);
  visit(tree, 'html', (node, at, parent) => {
    if (parent === undefined || at === undefined) return undefined;
    const isBlock = !isPhrasing(parent.type);
    if (isBlock) node.value = tagsAsRead(node.value, closed);
    else (parent.children as PhrasingContent[]).splice(at, 1, ...tagAsRead(node, closed));
    return undefined;
  });
}

function tagAsRead(node: Html, closed: ReadonlySet<string>): PhrasingContent[] {
  switch (natureOf(node.value, closed)) {
    case 'component':
      return node.value.startsWith('</')
        ? [{ type: 'text', value: '' }]
        : [{ ...node, value: importedComment(node.value) }];
    case 'text':
      return [{ type: 'text', value: node.value }];
    default:
      return [node];
  }
}

/** Does the same in a block of HTML, except in comments and scripts. */
function tagsAsRead(html: string, closed: ReadonlySet<string>): string {
  return html.replace(passedOrTag, (tag: string, program: string | undefined) => {
    if (program !== undefined || tag.startsWith('<!')) return tag;
    // A tag that never ends would swallow the text after it.
    if (tag === '<') return '&lt;';
    switch (natureOf(tag, closed)) {
      case 'component':
        return tag.startsWith('</') ? '' : importedComment(tag);
      case 'text':
        return tag.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
      default:
        return tag;
    }
  });
}

const passedOrTag =
  /<!--[^]*?(?:-->|$)|<(script|style|textarea)\b[^]*?(?:<\/\1\s*>|$)|<\/?[a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^<>=]|=(?!\s*["']))*>|<(?=\/?[a-z])/gi;

function natureOf(tag: string, closed: ReadonlySet<string>): 'html' | 'component' | 'text' {
  const [, mark = '', name = '', rest = ''] = /^<(\/?)([a-z][^\s/>]*)([^]*?)\/?>$/i.exec(tag) ?? [];
  // A comment, a declaration, or HTML that continues.
  if (name === '') return 'html';
  if (
    componentOf(name) ||
    (isPascalCase.test(name) && !elements.has(name.toLowerCase()) && hasOnlyValues(rest))
  )
    return 'component';
  const element = name.toLowerCase();
  if (!elements.has(element)) return 'text';
  if (mark !== '') return 'html';
  const isEnded = closed.has(element) || withoutEnd.has(element);
  return isEnded && valueless(rest).every((each) => flags.has(each) || /^(?:data-|[@:])/.test(each))
    ? 'html'
    : 'text';
}

const isPascalCase = /^[A-Z]\w*[a-z]\w*$/;

/** At least one attribute, all with values: `<Callout kind="note">`. */
function hasOnlyValues(attributes: string): boolean {
  return attributes.includes('=') && valueless(attributes).length === 0;
}

/** Attributes without a value, in lower case; for a sentence in angle brackets, its words. */
function valueless(attributes: string): string[] {
  const matches = attributes.matchAll(/([^\s"'<>/=]+)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?/g);
  return Array.from(matches).flatMap(([, name = '', value]) =>
    value === undefined ? [name.toLowerCase()] : [],
  );
}

/** Elements with an end tag somewhere in the document. */
function closedIn(tree: Root): Set<string> {
  const names = new Set<string>();
  visit(tree, 'html', ({ value }) => {
    for (const [, name = ''] of value.matchAll(/<\/([a-z][^\s/>]*)/gi)) names.add(name.toLowerCase());
  });
  return names;
}

function isPhrasing(type: string): boolean {
  return /^(?:paragraph|heading|tableCell|emphasis|strong|delete|link|linkReference)$/.test(type);
}

/** HTML Living Standard, sections 4 and 16.2 (obsolete elements still in use). */
const elements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
  fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img
  input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript object
  ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search section
  select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead
  time title tr track tt u ul var video wbr`.split(/\s+/),
);

/** Elements without a required end tag (sections 13.1.2 and 13.1.2.4). */
const withoutEnd = new Set(
  `area base body br col colgroup dd dt embed head hr html img input li link meta optgroup option p param rb rp rt rtc
  source tbody td tfoot th thead tr track wbr`.split(/\s+/),
);

/** Boolean attributes. */
const flags = new Set(
  `allowfullscreen async autofocus autoplay checked compact controls default defer disabled download hidden inert ismap
  itemscope loop multiple muted nomodule noshade novalidate nowrap open playsinline readonly required reversed
  selected`.split(/\s+/),
);
