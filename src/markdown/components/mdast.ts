import type { Link, List, Paragraph, PhrasingContent, Strong, Text } from 'mdast';
import { encodeAddress } from '../markdown-text.ts';

export function textNode(value: string): Text {
  return { type: 'text', value };
}

export function strong(value: string): Strong {
  return { type: 'strong', children: [textNode(value)] };
}

export function link(value: string, url: string): Link {
  return { type: 'link', url: encodeAddress(url), title: null, children: [textNode(value)] };
}

export function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children: [...children] };
}

/** A bullet list with one line for each item. */
export function linesOf(items: readonly (readonly PhrasingContent[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(...children)],
    })),
  };
}
