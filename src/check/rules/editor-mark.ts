import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import type { Draft } from '../../markdown/draft.ts';
import { editorMarksIn, longMarks, maxMarkParagraphs, type EditorMark } from '../../markdown/editor-marks.ts';
import { quote } from '../../diagnostics/quote.ts';
import { passagesOf } from '../../markdown/passages.ts';
import type { Rule } from './rule.ts';

/** Editorial marks such as `{>>who says?<<}` or `%%ask legal%%` would be published. */
export const editorMark: Rule = function* ({ draft }) {
  for (const { prose, place } of passagesOf(draft)) {
    for (const mark of editorMarksIn(prose)) {
      const { start, end, kind } = mark;
      const range = place(start, end);
      // Tildes were parsed as strikethrough; an arrow between braces may be text.
      if (kind === 'replacement' && !draft.source.slice(range.start, range.end).includes('{~~')) continue;
      yield {
        code: 'editor-mark',
        range,
        message: `Unexpected ${names[kind]} of an editor, ${quote(prose.slice(start, end))}: readers would see it`,
        note: { text: adviceFor(mark) },
      };
    }
  }
  yield* marksOverParagraphs(draft);
};

function* marksOverParagraphs(draft: Draft): Iterable<Finding> {
  const passages = passagesOf(draft).filter(({ kind }) => kind === 'text');
  for (const { kind, open, close } of longMarks) {
    let begun: { readonly range: Range; readonly at: number } | undefined;
    for (const [at, { prose, place }] of passages.entries()) {
      const [first, last] = [prose.indexOf(close), prose.lastIndexOf(open)];
      if (
        begun &&
        at - begun.at <= maxMarkParagraphs &&
        first >= 0 &&
        !prose.slice(0, first).includes(open)
      ) {
        yield {
          code: 'editor-mark',
          range: begun.range,
          message: `Unexpected ${names[kind]} of an editor across several paragraphs, "${open}" to "${close}": readers would see it`,
          note: { text: `delete what readers should not see, and both marks` },
        };
        begun = undefined;
      }
      if (last >= 0 && !prose.slice(last).includes(close))
        begun = { range: place(last, last + open.length), at };
    }
  }
}

const names: Readonly<Record<EditorMark['kind'], string>> = {
  comment: 'comment',
  addition: 'addition',
  deletion: 'deletion',
  replacement: 'replacement',
  highlight: 'highlight',
};

function adviceFor({ kind, text }: EditorMark): string {
  const [old = '', written = ''] = text.split('~>');
  switch (kind) {
    case 'comment':
      return 'delete it, with its marks';
    case 'addition':
      return `write ${quote(text)} without the marks, or delete it`;
    case 'deletion':
      return `delete it, or write ${quote(text)} without the marks`;
    case 'replacement':
      return `write ${quote(written.trim())}, or ${quote(old.trim())}`;
    case 'highlight':
      return `write ${quote(text)} without the marks, or in bold: ${quote(`**${text}**`)}`;
  }
}
