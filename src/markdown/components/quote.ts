import type { ElementContent } from 'hast';
import { toText } from 'hast-util-to-text';
import type { BlockContent } from 'mdast';
import { h } from './hast.ts';
import { addressAttribute, lineAttribute } from './attributes.ts';
import { defineComponent } from './component.ts';
import { markdown } from './content.ts';
import { link, paragraph, textNode } from './mdast.ts';
import { limits } from '../../brief/front-matter.ts';

/** Whether a writer has put the quotation marks; else the page does, as its language writes them. */
function hasOwnMarks(children: readonly ElementContent[]): boolean {
  return /^\s*["'“„”‘‚«»‹「『《（]/.test(toText({ type: 'root', children: [...children] }));
}

/** A quotation with its speaker and source. */
export const quote = defineComponent({
  name: 'Quote',
  example: '<Quote who="Dustin Moody" source="NIST" url="https://www.nist.gov/…">Their words.</Quote>',
  shape: {
    who: lineAttribute(limits.line),
    source: lineAttribute(limits.line).exactOptional(),
    url: addressAttribute.exactOptional(),
  },
  content: markdown,
  draw: ({ who, source, url }, children) => {
    const linked = (text: string) => (url === undefined ? text : h('a', { href: url }, text));
    const speaker = source === undefined ? [linked(who)] : [who, ', ', h('cite', {}, linked(source))];
    return h(
      'figure',
      { className: ['quote', ...(hasOwnMarks(children) ? ['marked'] : [])] },
      h('blockquote', {}, ...children),
      h('figcaption', {}, ...speaker),
    );
  },
  write: ({ who, source, url }, children) => {
    const linked = (text: string) => (url === undefined ? textNode(text) : link(text, url));
    const speaker = source === undefined ? [linked(who)] : [textNode(`${who}, `), linked(source)];
    return [{ type: 'blockquote', children: [...children] as BlockContent[] }, paragraph(...speaker)];
  },
});
