import type { Finding, Range } from '../../diagnostics/diagnostic.ts';
import type { FrontMatterFields } from '../../brief/front-matter.ts';
import { quote } from '../../diagnostics/quote.ts';
import type { Draft, FrontMatterSource } from '../../markdown/draft.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import { plainText } from '../../markdown/plain-text.ts';
import { sectionsOf } from '../../markdown/sections.ts';
import type { Rule } from './rule.ts';

/** Nothing stands in a brief twice: a field that repeats another, an entry of a list, or the text of a whole section. */
export const contentRepeated: Rule = function* ({ draft, fields }) {
  yield* repeatedSections(draft);
  if (draft.frontMatter) yield* repeatedFields(draft.file, draft.frontMatter, fields);
};

function* repeatedSections(draft: Draft): Iterable<Finding> {
  const first = new Map<string, { readonly name: string; readonly range: Range }>();
  for (const { entry, content } of sectionsOf(draft)) {
    const text = wordsOf(content.map((node) => plainText(node)).join(' '));
    const { text: name, range } = entry;
    const earlier = first.get(text);
    if (text.length < minLength || earlier?.name === name) continue;
    if (earlier === undefined) first.set(text, { name, range });
    else yield findingOf(draft.file, `text of ${quote(name)}, the same as of ${quote(earlier.name)}`, range, earlier.range, 'write what belongs there'); // prettier-ignore
  }
}

/** Characters; sections of a word or two may well be the same. */
const minLength = 20;

function* repeatedFields(
  file: string,
  frontMatter: FrontMatterSource,
  {
    title,
    summary,
    cardTitle,
    sources = [],
    figures = [],
    watch = [],
    corrections = [],
  }: Partial<FrontMatterFields>,
): Iterable<Finding> {
  const at = (...path: readonly PropertyKey[]): Range => rangeOfField(frontMatter, path);
  for (const [name, value] of Object.entries({ summary, cardTitle })) {
    if (title === undefined || value === undefined || wordsOf(value) !== wordsOf(title)) continue;
    const advice =
      name === 'summary' ? 'say what the title does not' : 'leave the field out: cards show the title';
    yield findingOf(file, `\`${name}\`, the same as \`title\``, at(name), at('title'), advice);
  }
  for (const [index, { url, archive }] of sources.entries()) {
    if (archive !== url) continue;
    yield findingOf(file, '`archive`, the same as `url`', at('sources', index, 'archive'), at('sources', index, 'url'), 'give the address of the copy, or leave the field out'); // prettier-ignore
  }
  for (const [name, entries] of Object.entries({ figures, watch, corrections })) {
    const first = new Map<string, number>();
    for (const [index, entry] of entries.entries()) {
      const earlier = first.get(JSON.stringify(entry));
      if (earlier === undefined) first.set(JSON.stringify(entry), index);
      else yield findingOf(file, `item ${index + 1} of \`${name}\`, the same as item ${earlier + 1}`, at(name, index), at(name, earlier), 'delete one of the two'); // prettier-ignore
    }
  }
}

function findingOf(file: string, what: string, range: Range, first: Range, advice: string): Finding {
  return {
    code: 'content-repeated',
    range,
    message: `Unexpected ${what}`,
    note: { text: `${advice}; the other is at {place}`, at: { file, range: first } },
  };
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
