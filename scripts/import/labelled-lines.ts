import { recognise, recogniseHeading, type Names } from '../../src/languages/recognise-headings.ts';
import { meaningOf } from './field-names.ts';
import { isMeasure } from './closing-lines.ts';
import { frontOf, isSourcesHeading } from './draft-text.ts';
import { noticeOf } from './notices.ts';
import type { Collected } from './collected.ts';
import { collect } from './model-fields.ts';

/**
 * Takes labelled lines out of a text: "Title: …", "**Dek:** …", "Tags: #a #b", before the first section or below the
 * last. A summary alone opens a part of the brief as a heading does, so it stays.
 */
export function readLabels(text: string, names: Names): { text: string; collected: Collected } {
  const collected: Collected = { fields: {}, asides: [], dropped: [], secondary: new Set() };
  const front = frontOf(text);
  const lines = text.slice(front.length).split('\n');
  const isSection = lines.map((line) => opensSection(line, names));
  const first = isSection.indexOf(true);
  if (first < 0) return { text, collected };
  const found = new Map<number, Label>();
  for (let at = 0; at < first; at += 1) {
    const label = labelOf(lines, at, names, first);
    if (label) {
      found.set(at, label);
      at = label.end;
    }
  }
  // Below the text only at its end, where nothing but labels and the list of sources follow.
  const sources = lines.findLastIndex((line) => isSourcesHeading(line, names));
  for (const end of sources > first ? [lines.length, sources] : [lines.length]) {
    for (let at = end - 1; at > first; at -= 1) {
      const line = lines[at] ?? '';
      if (line.trim() === '' || /^\s*(?:[-*_] ?){3,}\s*$/.test(line)) continue;
      const label = labelOf(lines, at, names, lines.length);
      if (label?.end !== at || !isBelow(label)) break;
      found.set(at, label);
    }
  }
  // A summary alone opens a part of the brief as its heading does, if its name is one.
  const isOpening = ([at, { field }]: [number, Label]): boolean =>
    field === 'sources' ||
    (field === 'summary' && recognise(nameIn(lines[at] ?? ''), names)?.part === 'story');
  if ([...found].every(isOpening)) return { text, collected };
  const gone = new Set<number>();
  for (const [at, { field, value, end }] of [...found].sort(([a], [b]) => a - b)) {
    if (field === 'nothing') collected.dropped.push({ what: 'label', text: value });
    else collect(field, value, collected, nameIn(lines[at] ?? ''));
    for (let each = at; each <= end; each += 1) gone.add(each);
  }
  return { text: front + lines.filter((_, at) => !gone.has(at)).join('\n'), collected };
}

function nameIn(line: string): string {
  return (line.split(/[:：]/)[0] ?? '').replace(/^[\s*_#>-]+|[\s*_]+$/g, '');
}

/** Whether a line below the text is a label, not a sentence that begins like one. */
export function isLabelBelow(line: string, names: Names): boolean {
  const label = labelOf([line], 0, names, 1);
  return label !== undefined && isBelow(label);
}

function isBelow({ field, value }: Label): boolean {
  return !['title', 'summary', 'sources'].includes(field) && !isSentence(value);
}

interface Label {
  readonly field: string;
  readonly value: string;
  /** The last line of the value. */
  readonly end: number;
}

function labelOf(lines: readonly string[], at: number, names: Names, limit: number): Label | undefined {
  const line = lines[at] ?? '';
  if (isMeasure(line)) return { field: 'nothing', value: line.trim(), end: at };
  const [, label = '', given = ''] =
    /^\s*(?:[-*•]\s+)?(?:#{1,6} +)?[*_]{0,3}([\p{L}\p{M}][\p{L}\p{M}’' /-]{0,28}?)(?:\s*[(（][^()（）]{1,40}[)）])?[*_]{0,3}\s*[:：]\s*[*_]{0,3}\s*(.*?)\s*$/u.exec(
      line,
    ) ?? [];
  const isAlone = label === '';
  const alone =
    /^\s*(?:#{1,6} +|[*_]{2,3})([\p{L}\p{M}][\p{L}\p{M} /-]{1,28}?)[*_]{0,3}\s*$/u.exec(line)?.[1] ?? '';
  const name = isAlone ? alone : label;
  const meaning = name === '' ? undefined : meaningOf(name, names);
  const field =
    meaning?.kind === 'field'
      ? meaning.field
      : meaning?.kind === 'part' && meaning.part === 'story'
        ? 'summary'
        : meaning?.kind === 'nothing'
          ? 'nothing'
          : undefined;
  if (
    field === undefined ||
    (isAlone && (!['title', 'summary'].includes(field) || (/^\s*# /.test(line) && field === 'summary')))
  )
    return undefined;
  if (['sources', 'figures', 'watch', 'image', 'corrections'].includes(field)) return undefined;
  if (field === 'nothing')
    return given === '' || given.length > 200 ? undefined : { field, value: `${label}: ${given}`, end: at };
  const value = given.replace(/[*_]{1,3}$/, '');
  if (value !== '') return { field, value, end: at };
  // The value is on the next line.
  const next = lines.findIndex((each, place) => place > at && each.trim() !== '');
  if (next < 0 || next >= limit || /^\s*(?:#|[-*•] |\||>|---)/.test(lines[next] ?? '')) return undefined;
  const end = lines.findIndex((each, place) => place > next && each.trim() === '');
  const last = Math.min(end < 0 ? next : end - 1, limit - 1);
  return { field, value: lines.slice(next, last + 1).join(' '), end: last };
}

/** "Tags: none of the boats carried one." is text; a list of tags has few words between its commas. */
function isSentence(value: string): boolean {
  const text = value.replace(/^[^:]{1,30}:\s+/, '');
  if (!/[.!?]["”’)]?$/.test(text) || noticeOf(text)) return false;
  return text.split(/[,;]\s/).some((part) => part.trim().split(/\s+/).length > 4);
}

function opensSection(line: string, names: Names): boolean {
  const head = line.replace(/^[\s#*_>\d.)-]+/, '').replace(/[\s*_:：]+$/g, '');
  const [before = ''] = head.split(/[*_]*[:：]/);
  return [head, before].some(
    (each) => each.length > 2 && each.length < 80 && typeof recogniseHeading(each, names)?.part === 'number',
  );
}
