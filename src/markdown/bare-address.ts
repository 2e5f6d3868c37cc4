import type { Parents, Root, RootContent, Text } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Point } from 'unist';
import type { Construct, Extension, State, Tokenizer } from 'micromark-util-types';

/**
 * GitHub's rule for bare addresses assumes a space after them. This one also ends them before characters that browsers
 * encode (`）` becomes `%EF%BC%89`): punctuation of other scripts, quotation marks, dashes and the ellipsis, so
 * `https://example.org）。以及` ends before the bracket. An en dash stays, as in Wikipedia titles.
 */
export function endAtPunctuation(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
    code,
    [constructs ?? []]
      .flat()
      .map((construct) => (isBareAddress(construct) ? withOwnPath(construct) : construct)),
  ]);
  return { ...extension, text: Object.fromEntries(text) as Extension['text'] & object };
}

/** Finds addresses in text outside links, by GitHub's second rule, and gives each piece its position. */
export function findAddresses(parent: Parents, find: (tree: Root) => unknown): void {
  if (parent.type === 'link' || parent.type === 'linkReference') return;
  const children = (parent.children as RootContent[]).flatMap((node): RootContent[] => {
    if ('children' in node) findAddresses(node, find);
    if (node.type !== 'text' || !/www\.|:|@/i.test(node.value)) return [node];
    const found: Root = { type: 'root', children: [{ type: 'text', value: node.value }] };
    find(found);
    const isText = found.children.length === 1 && found.children[0]?.type === 'text';
    return isText ? [node] : placed(found.children.flatMap(endedPieces), node);
  });
  (parent as { children: RootContent[] }).children = children;
}

function endedPieces(node: RootContent): RootContent[] {
  const [text] = node.type === 'link' ? node.children : [];
  if (node.type !== 'link' || text?.type !== 'text') return [node];
  const end = text.value.search(ends);
  if (end < 0) return [node];
  const address = text.value.slice(0, end).replace(/[!"'*,.:;?_~]+$/, '');
  const url = node.url.slice(0, node.url.length - text.value.length + address.length);
  return [
    { ...node, url, children: [{ type: 'text', value: address }] },
    { type: 'text', value: text.value.slice(address.length) },
  ];
}

/** Pieces of a text with escapes get the position of the whole. */
function placed(pieces: readonly RootContent[], { value, position }: Text): RootContent[] {
  const { start, end } = position ?? {};
  if (start?.offset === undefined || end?.offset === undefined) return [...pieces];
  const isAsWritten = end.offset - start.offset === value.length;
  let point: Point & { offset: number } = { ...start, offset: start.offset };
  return pieces.map((piece) => {
    const next = after(point, toString(piece));
    const place = isAsWritten ? { start: point, end: next } : position;
    point = next;
    const [text] = piece.type === 'link' ? piece.children : [];
    return {
      ...piece,
      position: place,
      ...(text && { children: [{ ...text, position: place }] }),
    } as RootContent;
  });
}

function after(
  { line, column, offset }: Point & { offset: number },
  text: string,
): Point & { offset: number } {
  const lines = text.split('\n');
  const begin = lines.length > 1 ? 1 : column;
  return {
    line: line + lines.length - 1,
    column: begin + (lines.at(-1)?.length ?? 0),
    offset: offset + text.length,
  };
}

const ends = /[\u2014\u2015\u2018-\u201f\u2026\u2039\u203a\u00ab\u00bb\u060c\u061b\u061f\u0964\u0965\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/; // prettier-ignore

function isBareAddress({ name }: Construct): boolean {
  return name === 'protocolAutolink' || name === 'wwwAutolink';
}

function withOwnPath(construct: Construct): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    // Of the constructs GitHub attempts, only the path needs no action on failure, because it never fails.
    const attempt: typeof effects.attempt = (inner, then, otherwise) =>
      effects.attempt(otherwise === undefined ? path : inner, then, otherwise);
    return construct.tokenize.call(this, { ...effects, attempt }, ok, nok);
  };
  return { ...construct, tokenize };
}

/** As in `micromark-extension-gfm-autolink-literal`, except for the end. */
const path: Construct = {
  partial: true,
  tokenize: (effects, ok) => {
    let open = 0;
    const inside: State = (code) => {
      if (isEnd(code)) return ok(code);
      const isPaired = code === codes.closeParenthesis && open > 0;
      return isTrailing(code) && !isPaired ? effects.check(trail, ok, consume)(code) : consume(code);
    };
    const consume: State = (code) => {
      if (code === codes.openParenthesis) open += 1;
      if (code === codes.closeParenthesis) open -= 1;
      effects.consume(code);
      return inside;
    };
    return inside;
  },
};

/** Punctuation before the end is not part of the address. */
const trail: Construct = {
  partial: true,
  tokenize: (effects, ok, nok) => {
    const inside: State = (code) => {
      if (isEnd(code) || code === codes.lessThan) return ok(code);
      if (!isTrailing(code)) return nok(code);
      effects.consume(code);
      return code === codes.ampersand ? reference : code === codes.closeBracket ? afterBracket : inside;
    };
    const reference: State = (code) => (isLetter(code) ? inReference(code) : nok(code));
    const inReference: State = (code) => {
      if (code !== codes.semicolon && !isLetter(code)) return nok(code);
      effects.consume(code);
      return code === codes.semicolon ? inside : inReference;
    };
    // "](" after the address would turn the text before it into a link.
    const afterBracket: State = (code) =>
      code === codes.openParenthesis || code === codes.openBracket ? ok(code) : inside(code);
    return inside;
  },
};

const codes = {
  ampersand: 38,
  openParenthesis: 40,
  closeParenthesis: 41,
  semicolon: 59,
  lessThan: 60,
  openBracket: 91,
  closeBracket: 93,
} as const;

/** micromark uses negative codes for line ends and tabs. */
function isEnd(code: number | null): boolean {
  return (
    code === null ||
    code < 0 ||
    /[\s]/u.test(String.fromCodePoint(code)) ||
    ends.test(String.fromCodePoint(code))
  );
}

function isTrailing(code: number | null): boolean {
  return code !== null && code > 0 && '!"&\')*,.:;<?]_~'.includes(String.fromCodePoint(code));
}

function isLetter(code: number | null): boolean {
  return code !== null && code > 0 && /[a-z]/i.test(String.fromCodePoint(code));
}
