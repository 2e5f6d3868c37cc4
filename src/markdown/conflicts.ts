import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../diagnostics/position.ts';
import { quote } from '../diagnostics/quote.ts';

/** What Git leaves in a file where it could not join two versions; of one that was half cleaned up, the signs that are there. */
export interface Conflict {
  /** From the first sign to the end of the line of the last one. */
  readonly range: Range;
  readonly signs: readonly Sign[];
  /** What stands between the signs; a side whose beginning nobody knows is missing. */
  readonly ours?: Range;
  readonly theirs?: Range;
}

interface Sign extends Range {
  readonly kind: 'start' | 'base' | 'middle' | 'end';
  readonly label: string;
  /** How often its character stands there; all signs of one conflict are as long (`conflict-marker-size` of Git). */
  readonly width: number;
  readonly isIndented: boolean;
  /** Where the next line begins. */
  readonly next: number;
  /** Part of a quotation of many levels, as mail programs write them. */
  readonly isQuoted: boolean;
}

/** Every conflict of a text, in order; code is no exception, since a sign at the margin is Git's. */
export function conflictsIn(source: string): Conflict[] {
  if (!/^[ \t]*(?:<{7}|>{7})/m.test(source)) return [];
  const signs = signsIn(source);
  const conflicts: Conflict[] = [];
  for (let at = 0; at < signs.length && conflicts.length < maxConflicts;) {
    const count = lengthOf(signs.slice(at, at + maxMarkers));
    if (count > 0) conflicts.push(conflictOf(signs.slice(at, at + count)));
    at += Math.max(1, count);
  }
  return conflicts;
}

/** Of one file, and of one conflict with others inside it: more than any has, and few enough to compare. */
const maxConflicts = 1000;
const maxMarkers = 100;

/** How many signs from the first one on make a conflict: all up to the end, or as many as there are before another begins. */
function lengthOf([first, ...rest]: readonly Sign[]): number {
  if (!first) return 0;
  const isWhole = (signs: readonly Sign[]): boolean => signs.some(({ kind }) => kind === 'middle') && signs.some(({ kind, label }) => kind === 'end' && label !== ''); // prettier-ignore
  const others = rest.filter(({ width }) => width === first.width);
  const stop = others.findIndex(({ kind }) => kind === 'start');
  const own = stop < 0 ? others : others.slice(0, stop);
  // A formatter indents what it takes for text; what is indented is Git's only where nothing of it is missing.
  if (first.isIndented && (first.kind !== 'start' || !isWhole(own))) return 0;
  const end = own.findIndex(({ kind }) => kind === 'end');
  const last = end < 0 ? own.findLast(({ kind }) => first.kind === 'start' && kind !== 'end') : own[end];
  if (first.kind === 'end') return first.label !== '' && !first.isQuoted ? 1 : 0;
  // A line of equal signs alone underlines a heading, and strokes alone are a row without words.
  if (first.kind !== 'start' && (end < 0 || last?.label === '' || last?.isQuoted)) return 0;
  return last ? rest.indexOf(last) + 2 : 1;
}

function conflictOf(signs: readonly Sign[]): Conflict {
  const [first, last] = [signs[0], signs.at(-1)];
  const width = first?.width;
  const of = (kind: Sign['kind']): Sign | undefined =>
    signs.find((sign) => sign.kind === kind && sign.width === width);
  const [start, base, middle, end] = [of('start'), of('base'), of('middle'), of('end')];
  const upTo = base ?? middle;
  return {
    range: { start: first?.start ?? 0, end: last?.end ?? 0 },
    signs: [start, base, middle, end].filter((sign) => sign !== undefined),
    ...(start && upTo && { ours: { start: start.next, end: upTo.start } }),
    ...(middle && end && { theirs: { start: middle.next, end: end.start } }),
  };
}

/**
 * The text as if each conflict had been resolved for the one side, or for the other where that is empty, with spaces in the
 * place of the rest: so whatever else is wrong can be found, and where it stands.
 */
export function withoutConflicts(source: string, conflicts: readonly Conflict[]): string {
  let text = '';
  let shown = 0;
  for (const { range, signs, ours, theirs } of conflicts) {
    const isKept = ours && source.slice(ours.start, ours.end).trim() !== '';
    const kept = isKept ? ours : ours ? theirs : undefined;
    const blank = (from: number, to: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
    text += source.slice(shown, range.start);
    if (kept) {
      text +=
        blank(range.start, kept.start) + source.slice(kept.start, kept.end) + blank(kept.end, range.end);
    } else {
      // Of a conflict without its beginning or its middle, what is left is the text.
      let at = range.start;
      const gone = theirs ? [{ start: range.start, end: range.end }] : signs;
      for (const { start, end } of gone) {
        text += source.slice(at, start) + blank(start, end);
        at = end;
      }
      text += source.slice(at, range.end);
    }
    shown = range.end;
  }
  return text + source.slice(shown);
}

/** One finding for each conflict, with the lines of both sides. */
export function findingsOfConflicts(source: string, conflicts: readonly Conflict[]): Finding[] {
  const starts = lineStarts(source);
  const lineOf = (offset: number): number => positionAt(starts, offset).line;
  const linesOf = ({ start, end }: Range): string => {
    const [first, last] = [lineOf(start), lineOf(end) - 1];
    return last < first ? 'no line' : last === first ? `line ${first}` : `lines ${first} to ${last}`;
  };
  return conflicts.map(({ range, signs, ours, theirs }) => {
    const labelOf = (kind: Sign['kind']): string => {
      const label = signs.find((sign) => sign.kind === kind)?.label ?? '';
      return label === '' ? '' : ` (${quote(label)})`;
    };
    const sides = [
      ...(ours ? [`one side${labelOf('start')} is ${linesOf(ours)}`] : []),
      ...(theirs ? [`${ours ? 'the other' : 'one side'}${labelOf('end')} is ${linesOf(theirs)}`] : []),
      ...(ours && theirs ? [] : ['some of its signs are gone']),
    ];
    const written = signs.map(
      (sign) => `${quote(source.slice(sign.start, sign.start + sign.width))} in line ${lineOf(sign.start)}`,
    );
    return {
      code: 'conflict-unresolved',
      range,
      message: `Unexpected Git conflict that was not resolved: ${sides.join(', ')}`,
      note: {
        text: `keep what is right, and delete the rest with the signs of Git: ${written.join(', ')}`,
      },
    };
  });
}

function signsIn(source: string): Sign[] {
  const found = source.matchAll(
    /^([ \t]*)(?:(<{7,})|(\|{7,})|(={7,})|(>{7,}))(?:[ \t]([^\r\n]*))?(?=\r|\n|$(?![^]))/gm,
  );
  return Array.from(
    found,
    ({ 0: line, 1: indent = '', 2: start, 3: base, 4: middle, 5: end, 6: label = '', index }) => {
      const close = index + line.length;
      const next = close + (source.startsWith('\r\n', close) ? 2 : close < source.length ? 1 : 0);
      return {
        kind: start ? 'start' : base ? 'base' : middle ? 'middle' : 'end',
        label: label.trim(),
        width: (start ?? base ?? middle ?? end ?? '').length,
        isIndented: indent !== '',
        start: index + indent.length,
        end: close,
        next,
        isQuoted: /^>{5}/.test(source.slice(next)) || /(?:^|[\r\n])>{5}[^\r\n]*\r?\n?$/.test(source.slice(Math.max(0, index - 500), index)), // prettier-ignore
      };
    },
  );
}
