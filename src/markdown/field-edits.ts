import { isMap, isScalar, type Pair, type Scalar } from 'yaml';
import type { Draft } from './draft.ts';
import type { Edit } from './text-edits.ts';

/** The value of a field of front matter that can be read. */
export function valueOf({ frontMatter }: Draft, name: string): string | undefined {
  const value: unknown = frontMatter?.document.get(name);
  return typeof value === 'string' ? value : undefined;
}

/**
 * The edit that removes a field with a plain value, and its line. A comment behind it stays; in a list of fields in braces, `instead`
 * becomes the value.
 */
export function removalOf(draft: Draft, name: string, instead: string): Edit[] {
  const found = fieldOf(draft, name);
  if (!found) return [];
  const { start, end, isFlow, written } = found;
  if (isFlow) return [{ ...written, text: quotedLike(written.text, instead) }];
  const { source } = draft;
  const rest = /^[^\r\n]*/.exec(source.slice(end))?.[0] ?? '';
  if (rest.trim() !== '') return [{ start, end: end + rest.search(/\S/), text: '' }];
  const newline = /^(?:\r\n|\n|\r)/.exec(source.slice(end + rest.length))?.[0] ?? '';
  return [{ start, end: end + rest.length + newline.length, text: '' }];
}

/** The edit that gives a field a plain value, in the quotation marks that it has. */
export function changeOf(draft: Draft, name: string, value: string): Edit[] {
  const { written } = fieldOf(draft, name) ?? {};
  if (!written) return [];
  return [{ ...written, text: written.text === '' ? ` ${value}` : quotedLike(written.text, value) }];
}

/** The edit that puts another field in the place of one with a plain value. */
export function replacementOf(draft: Draft, name: string, field: string): Edit[] {
  const found = fieldOf(draft, name);
  return found ? [{ start: found.start, end: found.end, text: field }] : [];
}

interface Field {
  /** From its name to the end of its value. */
  readonly start: number;
  readonly end: number;
  readonly isFlow: boolean;
  /** The value with its quotation marks; empty if there is none. */
  readonly written: { readonly start: number; readonly end: number; readonly text: string };
}

function fieldOf({ frontMatter, source }: Draft, name: string): Field | undefined {
  const fields = frontMatter?.document.contents;
  if (!frontMatter || !isMap(fields)) return undefined;
  const pair = fields.items.find(
    (item): item is Pair<Scalar> => isScalar(item.key) && item.key.value === name,
  );
  const key = pair?.key.range;
  if (!pair || !key) return undefined;
  const value = isScalar(pair.value) ? pair.value.range : undefined;
  const start = frontMatter.offset + key[0];
  const colon = source.indexOf(':', frontMatter.offset + key[1]) + 1;
  const from = value && value[1] > value[0] ? frontMatter.offset + value[0] : colon;
  const end = value && value[1] > value[0] ? frontMatter.offset + value[1] : colon;
  return {
    start,
    end,
    isFlow: fields.flow === true,
    written: { start: from, end, text: source.slice(from, end) },
  };
}

function quotedLike(written: string, value: string): string {
  const quote = /^["']/.exec(written)?.[0] ?? '';
  return quote + value + quote;
}
