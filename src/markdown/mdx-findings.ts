import type { VFileMessage } from 'vfile-message';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { lineStarts } from '../diagnostics/position.ts';
import { quote } from '../diagnostics/quote.ts';

/** Explains to the writer why the tags and braces of an `.mdx` brief cannot be parsed. */
export function findingOfMdx(error: unknown, file: string, source: string): Finding {
  if (!isMessage(error)) {
    return {
      code: 'mdx-syntax',
      range: { start: 0, end: 0 },
      message: 'Unexpected text that cannot be read as MDX',
    };
  }
  const range = rangeOfMessage(error, source);
  return (
    findingOfTags(error, file, source, range) ??
    findingOfBraces(error, source, range) ??
    findingOfTag(error, source, range)
  );
}

function isMessage(error: unknown): error is VFileMessage {
  return error instanceof Error && 'ruleId' in error && 'place' in error;
}

const backslash = 'put a backslash before "<" to show the character itself';

/** Unbalanced tags. The parser's message contains the second position as `(12:1-12:11)`. */
function findingOfTags(
  { ruleId, message }: VFileMessage,
  file: string,
  source: string,
  range: Range,
): Finding | undefined {
  if (ruleId === 'unexpected-closing-slash') {
    return {
      code: 'mdx-syntax',
      range: tagAt(source, range.start),
      message: 'Unexpected closing tag, expected an opening tag before it',
      note: { text: 'close a tag in the list or quotation in which it opens' },
    };
  }
  if (ruleId !== 'end-tag-mismatch') return undefined;
  const [first, second] = [...message.matchAll(/`<\/?([^`>]*)>`/g)].map(([, name = '']) => name);
  const [, line, column] = /\((\d+):(\d+)/.exec(message) ?? [];
  const place = offsetAt(source, Number(line), Number(column));
  if (message.startsWith('Unexpected closing tag')) {
    return {
      code: 'mdx-syntax',
      range,
      message: `Unexpected "</${first ?? ''}>", expected "</${second ?? ''}>"`,
      note: {
        text: `"<${second ?? ''}>" is opened at {place}`,
        at: { file, range: tagAt(source, place) },
      },
    };
  }
  if (message.startsWith('Expected a closing tag')) {
    return {
      code: 'mdx-syntax',
      range: tagAt(source, place),
      message: `Unexpected "<${first ?? ''}>" that is not closed, expected "</${first ?? ''}>" after it`,
      note: { text: `a tag without content ends in "/>"; ${backslash}` },
    };
  }
  return {
    code: 'mdx-syntax',
    range,
    message: `Unexpected place of "</${first ?? ''}>", expected it where its tag was opened`,
    note: { text: 'put the start and the end of a component on their own lines' },
  };
}

function findingOfBraces(
  { ruleId, source: parser }: VFileMessage,
  source: string,
  range: Range,
): Finding | undefined {
  if (parser !== 'micromark-extension-mdx-expression') return undefined;
  const start = Math.max(0, source.lastIndexOf('{', range.start));
  if (ruleId === 'unexpected-empty-expression') {
    return {
      code: 'mdx-code',
      range: { start, end: range.end },
      message: 'Unexpected code "{}", expected a value in quotation marks',
      note: { text: 'write the value itself, as name="value"' },
    };
  }
  return {
    code: 'mdx-syntax',
    range: { start, end: start + 1 },
    message: 'Unexpected "{" that is not closed, expected text',
    note: { text: 'put a backslash before "{" to show the character itself' },
  };
}

/** An unfinished tag. */
function findingOfTag({ ruleId, message }: VFileMessage, source: string, range: Range): Finding {
  const start = Math.max(0, source.lastIndexOf('<', range.start));
  const upTo = (character: string): Range => {
    const end = source.indexOf(character, start);
    return { start, end: end < 0 ? start + 1 : end + character.length };
  };
  const found = quote(source.slice(start, range.end));
  const say = (place: Range, sentence: string, text: string): Finding => ({
    code: 'mdx-syntax',
    range: place,
    message: sentence,
    note: { text },
  });
  if (source.startsWith('<!--', start)) {
    return say(upTo('-->'), 'Unexpected comment, expected text or a component', 'delete the comment');
  }
  if (/^<(?:https?:|mailto:|[^\s<>]+@)/i.test(source.slice(start, start + 200))) {
    return say(
      upTo('>'),
      'Unexpected address between "<" and ">", expected a link',
      'write it as [words](https://…)',
    );
  }
  if (ruleId === 'unexpected-eof') {
    return say(
      { start, end: start + 1 },
      'Unexpected "<" of a tag that does not end, expected text',
      backslash,
    );
  }
  if (message.includes('attribute value')) {
    return say(
      { start, end: range.end },
      `Unexpected ${found}, expected the value in quotation marks`,
      /[“”„‘’«»]$/.test(source.slice(start, range.end))
        ? 'write straight quotation marks, as in name="value"'
        : 'attributes are written as name="value"',
    );
  }
  return say({ start, end: range.end }, `Unexpected ${found}, expected text or a component`, backslash);
}

function rangeOfMessage({ place }: VFileMessage, source: string): Range {
  const [from, to] = place && 'start' in place ? [place.start, place.end] : [place, undefined];
  const start = Math.min(from?.offset ?? 0, Math.max(0, source.length - 1));
  return { start, end: Math.max(start + 1, to?.offset ?? 0) };
}

/** The tag that starts at or before an offset. */
function tagAt(source: string, offset: number): Range {
  const start = Math.max(0, source.lastIndexOf('<', offset));
  const [tag = '<'] = /^<[^<>]*>?/.exec(source.slice(start)) ?? [];
  return { start, end: start + tag.length };
}

function offsetAt(source: string, line: number, column: number): number {
  return (lineStarts(source)[line - 1] ?? 0) + Math.max(0, column - 1);
}
