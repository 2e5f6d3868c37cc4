import { limits } from '../../src/brief/front-matter.ts';
import { countGraphemes } from '../../src/brief/segment.ts';
import type { Aside, Dropped } from './document-source.ts';
import { isSecondary, meaningOf } from './field-names.ts';
import { hasSentence } from './has-sentence.ts';
import { yamlOf } from './yaml-of.ts';

/** Fields of a brief as they are collected from labels or data. */
export interface Collected {
  readonly fields: Record<string, unknown>;
  readonly asides: Aside[];
  readonly dropped: Dropped[];
  slug?: string | undefined;
  /** Fields with a value for search engines, which another one replaces. */
  readonly secondary?: Set<string>;
}

/**
 * Sets the title or the summary to the best of several: one for readers before one for search engines, one of a fitting
 * length, the first. Returns the value that lost, if it is another.
 */
export function setStated(
  name: 'title' | 'summary',
  value: string,
  key: string,
  { fields, secondary = new Set() }: Pick<Collected, 'fields' | 'secondary'>,
): string | undefined {
  const old = fields[name];
  const isFirst = typeof old !== 'string';
  const isBetter = isFirst || (secondary.has(name) && !isSecondary(key)) || (name === 'summary' && fits(value) && !fits(old)); // prettier-ignore
  if (isBetter) {
    fields[name] = value;
    if (isSecondary(key)) secondary.add(name);
    else secondary.delete(name);
  }
  const other = isBetter ? old : value;
  return other === fields[name] || typeof other !== 'string' ? undefined : other;
}

function fits(summary: string): boolean {
  const length = countGraphemes(summary);
  return length >= limits.summary.min && length <= limits.summary.max;
}

/** Leaves a field that no brief has: text of a sentence for the writer, anything shorter in the report. */
export function leaveUnknown(
  values: Readonly<Record<string, unknown>>,
  { asides, dropped }: Pick<Collected, 'asides' | 'dropped'>,
): void {
  // prettier-ignore
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const text = yamlOf({ [name]: value });
    if (hasSentence(text.replace(/^[^:\n]*:/, '')) || meaningOf(name, new Map())?.kind === 'field')
      kept[name] = value;
    else dropped.push({ what: 'field', text });
  }
  if (Object.keys(kept).length > 0)
    asides.push({ why: 'fields that a brief does not have', text: yamlOf(kept) });
}
