import type { Paragraph } from 'mdast';
import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { calloutKinds } from '../../languages/language.ts';
import type { Draft } from '../../markdown/draft.ts';
import { formulasIn } from '../../markdown/formulas.ts';
import { literalCodes } from '../../markdown/literal-codes.ts';
import { literalImages } from '../../markdown/literal-images.ts';
import { literalLists } from '../../markdown/literal-lists.ts';
import {
  literalLinks,
  literalMarkup,
  matchesOf,
  openEmphasis,
  openUnderscores,
  type LiteralMarkup,
} from '../../markdown/literal-markup.ts';
import { isWithin, nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { unintendedEmphasis } from '../../markdown/unintended-emphasis.ts';
import { hideRanges, visibleSource } from '../../markdown/visible-source.ts';
import type { Rule } from './rule.ts';

/**
 * Reports markup without effect, whose characters readers would see, except in code. Images are left to `image-literal`.
 */
export const markupLiteral: Rule = function* ({ draft, fields }) {
  const images = literalImages(draft);
  // Asterisks that are partly emphasis are reported by another rule.
  const reported = new Set(
    unintendedEmphasis(draft.tree, draft.source, draft.language.code)
      .flatMap(({ opening, closing }) => [opening, closing])
      .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
  );
  const hasStarredNotes = /^[>| \t]*(?:\\?\*){2}[ \t]/m.test(draft.source);
  for (const node of nodesOf(draft.tree, 'paragraph', 'heading', 'tableCell')) {
    const { start } = rangeOf(node);
    const text = hideRanges(visibleSource(node, draft.source), start, images);
    const words = hideRanges(visibleSource(node, draft.source, { addresses: false }), start, images);
    for (const markup of literalLinks) yield* findingsOf(markup, text, draft.source, start);
    for (const markup of literalMarkup) yield* findingsOf(markup, words, draft.source, start);
    // Most paragraphs are one line without a bullet.
    if (/\n|^[> \t]*[•‣⁃◦▪]/.test(words))
      for (const markup of literalLists) yield* findingsOf(markup, words, draft.source, start);
    const underscores = openUnderscores(words);
    for (const { index, marker, isEnd } of [
      ...(underscores ? [{ ...underscores, marker: '__' }] : []),
      ...openEmphasis(words, '*', hasStarredNotes),
      ...openEmphasis(words, '~', hasStarredNotes),
    ]) {
      if (reported.has(start + index)) continue;
      yield {
        code: 'markup-literal',
        range: { start: start + index, end: start + index + marker.length },
        message: `Unexpected "${marker}" that nothing ${isEnd ? 'opens' : 'closes'}: readers see the raw characters`,
        note: { text: `write "${marker}words${marker}" without spaces inside, or "${marker.replaceAll(/./g, '\\$&')}" for the characters themselves` }, // prettier-ignore
      };
    }
  }
  for (const node of nodesOf(draft.tree, 'text')) {
    const { start, end } = rangeOf(node);
    const typed = draft.source.slice(start, end);
    if (/[\\&{}<Ââ"]|Ã/.test(typed))
      for (const markup of literalCodes) yield* findingsOf(markup, typed, draft.source, start);
  }
  yield* missedItems(draft);
  yield* unknownCallouts(draft);
  yield* missedTasks(draft);
  yield* drawings(draft);
  yield* formulas(draft);
  yield* marksOfSources(draft, fields.sources?.length ?? 0);
};

function* findingsOf(markup: LiteralMarkup, text: string, source: string, start: number): Iterable<Finding> {
  const { isMeant, what, advice } = markup;
  for (const found of matchesOf(markup, text)) {
    if (isMeant?.(found) === true) continue;
    const marker = found[0].trimStart();
    const begin = start + found.index + found[0].length - marker.length;
    yield {
      code: 'markup-literal',
      range: { start: begin, end: begin + marker.length },
      message: `Unexpected ${what}, ${quote(source.slice(begin, begin + marker.length))}: readers see the raw characters`,
      note: { text: advice(found) },
    };
  }
}

/** Diagrams as code, which other programs draw. */
function* drawings({ tree, source }: Draft): Iterable<Finding> {
  for (const node of nodesOf(tree, 'code')) {
    if (!/^(?:mermaid|plantuml|graphviz|dot|vega-lite)$/i.test(node.lang ?? '')) continue;
    const { start, end } = rangeOf(node);
    const line = /^[^\r\n]*/.exec(source.slice(start, end))?.[0] ?? '';
    yield {
      code: 'markup-literal',
      range: { start, end: start + line.length },
      message: `Unexpected drawing as code, ${quote(line)}: readers see the code`,
      note: { text: 'draw it as an image beside the brief, or write a table' },
    };
  }
}

/** Formulas, whose brackets Markdown reads as escaped. */
function* formulas({ tree, source }: Draft): Iterable<Finding> {
  const codes = nodesOf(tree, 'inlineCode').map(rangeOf);
  for (const node of nodesOf(tree, 'paragraph', 'heading', 'tableCell')) {
    const { start, end } = rangeOf(node);
    for (const { text, index } of formulasIn(source.slice(start, end))) {
      const range = { start: start + index, end: start + index + text.length };
      if (codes.some((code) => isWithin(range, code))) continue;
      yield {
        code: 'markup-literal',
        range,
        message: `Unexpected formula of another program, ${quote(text)}: readers see the raw characters`,
        note: { text: 'write it in plain characters, such as "E = mc²", or in backticks' },
      };
    }
  }
}

/** Numbers in brackets behind a word, "[3]", which a model writes for a source that the brief does not have. */
function* marksOfSources({ tree, source }: Draft, count: number): Iterable<Finding> {
  for (const node of nodesOf(tree, 'paragraph')) {
    const { start } = rangeOf(node);
    for (const { 0: mark, 1: attached, 2: spaced = '', index } of visibleSource(node, source).matchAll(
      /(?<=[\p{L}\p{N}][\p{L}%°]|\d{2}|[.,;:!?”"’)。，！？]|\[[1-9]\d?\])\[([1-9]\d?)\](?![(:])|(?<=[\p{L}\p{N}%”"’)] )\[([1-9]\d?)\](?=[.,;!?](?:\s|$)|\[|$)/gu,
    )) {
      if (Number(attached ?? spaced) <= count) continue;
      const range = { start: start + index, end: start + index + mark.length };
      yield {
        code: 'markup-literal',
        range,
        message: `Unexpected mark of a source, "${mark}": the brief has ${count === 0 ? 'no sources' : `only ${count}`}`,
        note: { text: 'write the source as a link or a footnote, or delete the mark' },
      };
    }
  }
}

/** A first item without a space after its marker, which becomes a paragraph above the list: "*One", then "* Two". */
function* missedItems({ tree, source }: Draft): Iterable<Finding> {
  for (const list of nodesOf(tree, 'list')) {
    const { start } = rangeOf(list);
    const marker = source.charAt(start);
    const end = source.lastIndexOf('\n', start - 1);
    if (end < 0 || !/^[> \t]*$/.test(source.slice(end + 1, start))) continue;
    const words = source.slice(source.lastIndexOf('\n', end - 1) + 1, end).trimStart().replace(/^[> \t]+/, ''); // prettier-ignore
    if (!'-*+'.includes(marker) || !words.startsWith(marker) || !/^.(?=\p{L})[^*]*$/u.test(words)) continue;
    yield {
      code: 'markup-literal',
      range: { start: end - words.length, end },
      message: `Unexpected item of a list without a space after "${marker}", ${quote(words)}: readers see a paragraph above the list`,
      note: { text: `write "${marker} ${words.slice(1, 40)}"` },
    };
  }
}

function* unknownCallouts({ tree, source }: Draft): Iterable<Finding> {
  for (const node of nodesOf(tree, 'blockquote')) {
    const [first] = node.children;
    if (node.data?.callout !== undefined || first?.type !== 'paragraph') continue;
    const { start } = rangeOf(first);
    const [marker, name = ''] = /^\[!(\w[\w -]{0,30})\][+-]?/.exec(source.slice(start, start + 40)) ?? [];
    if (marker === undefined) continue;
    const isKnown = calloutKinds.some((kind) => kind === name.toLowerCase());
    yield {
      code: 'markup-literal',
      range: { start, end: start + marker.length },
      message: `Unexpected start of a callout, ${quote(marker)}: readers see the raw characters`,
      note: {
        text: isKnown
          ? `put "> [!${name.toUpperCase()}]" on its own line, and start the next line with "> "`
          : `write one of ${calloutKinds.map((kind) => `[!${kind.toUpperCase()}]`).join(', ')}`,
      },
    };
  }
}

/**
 * Finds task checkboxes that are not recognised. A valid one is "[ ]" or "[x]" after a list marker, with spaces on both
 * sides.
 */
function* missedTasks({ tree, source }: Draft): Iterable<Finding> {
  for (const { children, checked } of nodesOf(tree, 'listItem')) {
    const [first] = children;
    if (first?.type === 'paragraph' && typeof checked !== 'boolean')
      yield* boxesIn(first, source, /^(?:\[[ \t]*([xX]?)[ \t]*\]|［[ \u3000]?([xXｘ×]?)[ \u3000]?］)/gu);
  }
  for (const node of nodesOf(tree, 'paragraph')) {
    yield* boxesIn(node, source, /^[> \t]*[-+*]\[[ \t]?([xX]?)[ \t]?\]/gmu);
    // A single one may be the subject of the text; several at starts of lines are a list.
    const bare = [...boxesIn(node, source, /^[> \t]*\[ ?([xX]?)\](?=[ \t]+\S)/gmu)];
    if (bare.length > 1) yield* bare;
  }
}

function* boxesIn(node: Paragraph, source: string, box: RegExp): Iterable<Finding> {
  const { start } = rangeOf(node);
  for (const found of visibleSource(node, source).matchAll(box)) {
    const marker = found[0].replace(/^[> \t]+/, '');
    const end = start + found.index + found[0].length;
    const right = found.slice(1).some(Boolean) ? '[x]' : '[ ]';
    yield {
      code: 'markup-literal',
      range: { start: end - marker.length, end },
      message: `Unexpected task checkbox, ${quote(marker)}: readers see the raw characters`,
      note: { text: `write "- ${right} the task", with a space on both sides of the box` },
    };
  }
}
