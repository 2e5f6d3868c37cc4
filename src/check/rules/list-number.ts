import type { List, ListItem } from 'mdast';
import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Draft } from '../../markdown/draft.ts';
import type { TextLanguage } from '../../languages/language.ts';
import { isNameBehindNumber } from '../../markdown/names-behind-numbers.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { memoize } from '../../brief/memoize.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Rule } from './rule.ts';

/**
 * Numbers in the text stay unchanged. Markdown counts a list up from its first number and would turn "15. Oktober" into
 * "4. Oktober" if "3. Oktober" begins the list. Cards and plain text show no list numbers.
 */
export const listNumber: Rule = ({ draft }) => {
  const parents = nodesOf(draft.tree, 'blockquote', 'listItem', 'footnoteDefinition');
  return [draft.tree, ...parents].flatMap(({ type, children, position }) => {
    let before: List | undefined;
    return children.flatMap((node) => {
      if (node.type !== 'list' || node.ordered !== true) return [];
      // For "3. 10. 1990", the outer item is reported.
      const isInner = type === 'listItem' && position?.start.line === node.position?.start.line;
      const findings = [...findingsOf(node, isInner ? node : before, draft)];
      before = node;
      return findings;
    });
  });
};

function* findingsOf(list: List, before: List | undefined, draft: Draft): Iterable<Finding> {
  const { start, children } = list;
  const first = start ?? 1;
  const numbers = children.map((item) => numberOf(item, draft.source));
  // Writers who use "1." for each item rely on Markdown to count.
  const isHabit = first <= 1 && numbers.every(({ value }) => value === first);
  const isCounted = numbers.every(({ value }, at) => value === first + at);
  // "01.", "02." can be a list; "007." alone is not.
  const isPadded = children.length === 1 && numbers[0]?.written.slice(0, -1) !== String(first);
  const isPlainList = children.length > 1 && (isHabit || (isCounted && first === 1));
  // "1. FC Köln", "1. FC Union": in a real list, items rarely are all names.
  const isOfNames = isHabit && children.length > 1 && children.every((item) => beginsWithName(item, draft));
  const goesOn = before === list || (before && (before.start ?? 1) + before.children.length === first);
  for (const [at, item] of children.entries()) {
    const number = numbers[at];
    if (!number || (isPlainList && !isOfNames && !beginsWithNumber(item))) continue;
    const { value, written, range } = number;
    const advice = `write "${written.slice(0, -1)}\\${written.slice(-1)}" where the number is part of the text`;
    if (beginsWithNumber(item)) {
      yield {
        code: 'list-number',
        range,
        message: `Unexpected list, expected a date: "${written}" before another number is read as the number of an item`,
        note: { text: advice },
      };
    } else if (isPadded || (!isHabit && value !== first + at)) {
      yield {
        code: 'list-number',
        range,
        message: `Unexpected number "${written}", which readers see as "${first + at}${written.slice(-1)}": Markdown counts a list from its first number`,
        note: { text: `${advice}; otherwise number the items from ${first}` },
      };
    } else if (beginsWithMonth(item, draft)) {
      yield {
        code: 'list-number',
        range,
        message: `Unexpected list, expected a date: "${written}" before ${quote(plainText(item))} is read as the number of an item`,
        note: { text: advice },
      };
    } else if (isOfNames || (children.length === 1 && beginsWithName(item, draft))) {
      yield {
        code: 'list-number',
        range,
        message: `Unexpected list, expected a name: "${written}" before ${quote(plainText(item))} is read as the number of an item`,
        note: { text: advice },
      };
    } else if (children.length === 1 && first !== 1 && !goesOn) {
      yield {
        code: 'list-number',
        range,
        message: `Unexpected list of one item, "${written}": cards and plain text leave out the number of an item`,
        note: { text: `${advice}; otherwise start the list at 1` },
      };
    }
  }
}

interface WrittenNumber {
  readonly value: number;
  /** With the character after it. */
  readonly written: string;
  readonly range: Range;
}

function numberOf(item: ListItem, source: string): WrittenNumber {
  const { start } = rangeOf(item);
  const [written = ''] = /^\d{1,9}[.)]/.exec(source.slice(start, start + 10)) ?? [];
  return { value: Number.parseInt(written, 10), written, range: { start, end: start + written.length } };
}

/** "14. 8. 2025" is an item inside an item. */
function beginsWithNumber({ children, position }: ListItem): boolean {
  const [first] = children;
  return (
    first?.type === 'list' &&
    first.ordered === true &&
    first.children.length === 1 &&
    first.position?.start.line === position?.start.line
  );
}

function beginsWithMonth(item: ListItem, { language }: Draft): boolean {
  const [word = ''] = /^[\p{L}\p{M}]+/u.exec(plainText(item)) ?? [];
  return monthsOf(language).has(word.toLowerCase());
}

function beginsWithName(item: ListItem, { language }: Draft): boolean {
  return isNameBehindNumber(plainText(item), language.code);
}

/** The months of a language with a full stop after the day, as in German ("14. August"); empty for others. */
const monthsOf = memoize(({ code, locale = code }: TextLanguage): ReadonlySet<string> => {
  const formats = [code, locale].flatMap((tag) =>
    (['long', 'short'] as const).map(
      (month) => new Intl.DateTimeFormat(tag, { day: 'numeric', month, timeZone: 'UTC' }),
    ),
  );
  const days = formats.flatMap((format) =>
    Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month, 14))),
  );
  return new Set(days.flatMap((day) => /^14\. (\p{L}+)\.?$/u.exec(day)?.[1]?.toLowerCase() ?? []));
});
