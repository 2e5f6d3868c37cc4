import type { Element, ElementContent } from 'hast';
import type { ListItem } from 'mdast';
import { formatCalendarDate } from '../../brief/dates.ts';
import { isPartialDate } from '../../brief/moment.ts';
import type { TextLanguage } from '../../languages/language.ts';
import { plainText } from '../plain-text.ts';
import { defineComponent, type ContentCheck } from './component.ts';
import { isBlank } from './content.ts';
import { h, isBlock, isWhitespace } from './hast.ts';

const expected = 'a date, a colon and a text, such as "2024-08-01: Entry into force"';

const datedList: ContentCheck = function* (children) {
  const inside = children.filter((child) => !isBlank(child));
  const [list, other] = inside;
  if (list?.type !== 'list' || other) {
    const node = list?.type === 'list' ? other : list;
    yield {
      ...(node && { node }),
      found: list ? 'content' : 'empty content',
      expected: `one list, of which each item is ${expected}`,
    };
    return;
  }
  for (const item of list.children) {
    if (!isDated(item)) yield { node: item, found: 'item', expected };
  }
};

/** Dates with their events, in the writer's order. */
export const timeline = defineComponent({
  name: 'Timeline',
  example: '<Timeline>, a list with items such as "- 2024-08-01: Entry into force", and </Timeline>',
  shape: {},
  content: datedList,
  draw: (_, children, language) => {
    const list = children.find((child) => child.type === 'element');
    const items = list?.children.filter((child) => child.type === 'element') ?? [];
    return h('ol', { className: ['timeline'] }, ...items.map((item) => drawEvent(item, language)));
  },
  write: (_, children, language) =>
    children
      .filter((child) => child.type === 'list')
      .map((list) => ({
        ...list,
        ordered: false,
        children: list.children.map((item) => writeEvent(item, language)),
      })),
});

function isDated(item: ListItem): boolean {
  const [paragraph] = item.children;
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  if (text?.type !== 'text' || !paragraph) return false;
  const dated = readDate(text.value);
  return (
    dated !== undefined &&
    plainText(paragraph)
      .slice(text.value.length - dated.rest.length)
      .trim() !== ''
  );
}

/** Splits an item at the first colon, after a date of any precision. */
function readDate(text: string): { date: string; rest: string } | undefined {
  const [begin, date] = /^\s*(\d{4}(?:-\d{2}){0,2})\s*[:：]\s*/.exec(text) ?? [];
  if (begin === undefined || date === undefined || !isPartialDate(date)) return undefined;
  return { date, rest: text.slice(begin.length) };
}

/** The colon helps readers without our styles; on the page, dates are in a column of their own. */
function drawEvent(item: Element, language: TextLanguage): Element {
  const { line, blocks } = divide(item.children);
  const [first, ...rest] = line;
  const dated = first?.type === 'text' ? readDate(first.value) : undefined;
  if (!dated) return h('li', {}, ...item.children);
  const day = formatCalendarDate(dated.date, language.locale ?? language.code);
  return h(
    'li',
    {},
    h('time', { dateTime: dated.date }, day),
    h('span', { className: ['colon'] }, ': '),
    h('span', {}, ...(dated.rest === '' ? [] : [dated.rest]), ...rest),
    ...blocks,
  );
}

function writeEvent(item: ListItem, language: TextLanguage): ListItem {
  const [paragraph, ...blocks] = item.children;
  const [first, ...rest] = paragraph?.type === 'paragraph' ? paragraph.children : [];
  const dated = first?.type === 'text' ? readDate(first.value) : undefined;
  if (paragraph?.type !== 'paragraph' || !dated) return item;
  const value = `${formatCalendarDate(dated.date, language.locale ?? language.code)}: ${dated.rest}`;
  return { ...item, children: [{ ...paragraph, children: [{ type: 'text', value }, ...rest] }, ...blocks] };
}

/** The first paragraph of an item, in a tight or loose list, and the blocks after it. */
function divide(children: readonly ElementContent[]): {
  line: readonly ElementContent[];
  blocks: readonly ElementContent[];
} {
  const inside = children.filter((child, at) => at > 0 || !isWhitespace(child));
  const [first] = inside;
  if (first?.type === 'element' && first.tagName === 'p') {
    return { line: first.children, blocks: inside.slice(1) };
  }
  const end = inside.findIndex((child) => child.type === 'element' && isBlock(child));
  return end < 0 ? { line: inside, blocks: [] } : { line: inside.slice(0, end), blocks: inside.slice(end) };
}
