import { recognise, type Names, type Part } from '../../src/languages/recognise-headings.ts';
import { meaningOf } from './field-names.ts';
import { isObject } from './json.ts';

/** Without the accents that a key may lack. */
const bare = (key: string): string =>
  key
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0653-\u0655]/g, '')
    .toLowerCase();

export const isSectionsKey = (key: string): boolean =>
  /^(?:sections?|parts|abschnitte|teile|rubriques?|secciones|partes|parties|apartados|sezioni|parti|secoes|seccoes|खंड|अनुभाग|الاقسام|章节|部分|セクション)$/u.test(
    bare(key),
  );

export function namesTwo(text: string, names: Names): boolean {
  const lines = text.split('\n').map((line) => line.replace(/^[\s#*_>]+|[\s*_:]+$/g, ''));
  return lines.filter((line) => typeof recognise(line, names)?.part === 'number').length >= 2;
}

export interface Section {
  readonly part: Part | undefined;
  readonly heading: string | undefined;
  readonly text: string;
  readonly html?: string | undefined;
}

/** The sections of a list or an object. Four texts without names are the four sections. */
export function sectionsIn(value: unknown, names: Names): Section[] {
  if (isObject(value))
    return Object.entries(value).map(([key, each]) => ({
      ...sectionOf(each, names),
      part: partOf(key, names),
      heading: key,
    }));
  if (!Array.isArray(value)) return [];
  const found = value.map((each) => sectionOf(each, names));
  const isUnnamed = found.every(({ part, heading }) => part === undefined && heading === undefined);
  return isUnnamed && found.length === 4 ? found.map((each, at) => ({ ...each, part: at as Part })) : found;
}

export function sectionOf(value: unknown, names: Names): Section {
  if (!isObject(value)) return { part: undefined, heading: undefined, text: textOf(value) };
  const heading = Object.entries(value)
    .filter(([key, each]) => typeof each === 'string' && isHeadingKey(key))
    .map(([, each]) => each as string);
  const part = heading.map((each) => partOf(each, names)).find((each) => each !== undefined);
  const [html] = ['html', 'content_html', 'body_html']
    .map((key) => value[key])
    .filter((each) => typeof each === 'string');
  return { part, heading: heading[0], text: textOf(value), html };
}

export function partOf(name: string, names: Names): Part | undefined {
  const meaning = meaningOf(name, names);
  return meaning?.kind === 'part' ? meaning.part : undefined;
}

/** The Markdown of a section: a text, paragraphs, or points below a text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('\n\n');
  if (!isObject(value)) return '';
  return Object.entries(value)
    .map(([key, each]) => {
      if (isTextKey(key)) return textOf(each);
      if (!lists.test(key) || !Array.isArray(each)) return '';
      return each
        .map(
          (item) =>
            `- ${textOf(item)
              .replace(/^[-*•]\s+/, '')
              .replace(/\n/g, '\n  ')}`,
        )
        .join('\n');
    })
    .filter(Boolean)
    .join('\n\n');
}

const headingKeys = new Set(['header', 'question', 'label', 'section', 'id', 'key', 'type']);
/** Whether a key or attribute holds the heading of a section. */
export const isHeadingKey = (key: string): boolean => {
  const meaning = meaningOf(key, new Map());
  return headingKeys.has(key.toLowerCase()) || (meaning?.kind === 'field' && meaning.field === 'title');
};

const isTextKey = (key: string): boolean =>
  meaningOf(key, new Map())?.kind === 'body' ||
  /^(?:md|paragraphs?|value|answer|description|summary|intro)$/i.test(key);

const lists =
  /^(?:bullets?|bullet_?points|points|items|key_?points|list|punkte|puntos|pontos|punti|要点|ポイント)$/iu;
