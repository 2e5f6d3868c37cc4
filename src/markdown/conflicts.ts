import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../diagnostics/position.ts';
import { quote } from '../diagnostics/quote.ts';

/** A Git conflict left in a file; if it was partly cleaned up, the remaining markers. */
export interface Conflict {
  /** From the first marker to the end of the line of the last one. */
  readonly range: Range;
  readonly markers: readonly Marker[];
  /** The text between the markers; a side whose start is unknown is undefined. */
  readonly ours?: Range;
  readonly theirs?: Range;
}

interface Marker extends Range {
  readonly kind: 'start' | 'base' | 'middle' | 'end';
  readonly label: string;
  /** Number of repeated characters; all markers of a conflict are equally long (Git's `conflict-marker-size`). */
  readonly width: number;
  readonly isIndented: boolean;
  /** Offset of the next line. */
  readonly next: number;
  /** Whether it belongs to an e-mail quotation with many levels. */
  readonly isQuoted: boolean;
}

/** Every conflict in a text, including in code, since a marker at the margin comes from Git. */
export function conflictsIn(source: string): Conflict[] {
  if (!/^[ \t]*(?:<{7}|>{7})/m.test(source)) return [];
  const markers = markersIn(source);
  const conflicts: Conflict[] = [];
  for (let at = 0; at < markers.length && conflicts.length < maxConflicts;) {
    const count = lengthOf(markers.slice(at, at + maxMarkers));
    if (count > 0) conflicts.push(conflictOf(markers.slice(at, at + count)));
    at += Math.max(1, count);
  }
  return conflicts;
}

/** Limits for a file and for nested conflicts: above any real number, and few enough to compare. */
const maxConflicts = 1000;
const maxMarkers = 100;

/** The number of markers that form a conflict: up to its end, or up to the start of another one. */
function lengthOf([first, ...rest]: readonly Marker[]): number {
  if (!first) return 0;
  const isWhole = (markers: readonly Marker[]): boolean => markers.some(({ kind }) => kind === 'middle') && markers.some(({ kind, label }) => kind === 'end' && label !== ''); // prettier-ignore
  const others = rest.filter(({ width }) => width === first.width);
  const stop = others.findIndex(({ kind }) => kind === 'start');
  const own = stop < 0 ? others : others.slice(0, stop);
  // A formatter indents markers that it reads as text. Indented markers count only if the conflict is complete.
  if (first.isIndented && (first.kind !== 'start' || !isWhole(own))) return 0;
  const end = own.findIndex(({ kind }) => kind === 'end');
  const last = end < 0 ? own.findLast(({ kind }) => first.kind === 'start' && kind !== 'end') : own[end];
  if (first.kind === 'end') return first.label !== '' && !first.isQuoted ? 1 : 0;
  // A line of equals signs underlines a heading, and a line of bars is an empty table row.
  if (first.kind !== 'start' && (end < 0 || last?.label === '' || last?.isQuoted)) return 0;
  return last ? rest.indexOf(last) + 2 : 1;
}

function conflictOf(markers: readonly Marker[]): Conflict {
  const [first, last] = [markers[0], markers.at(-1)];
  const width = first?.width;
  const of = (kind: Marker['kind']): Marker | undefined =>
    markers.find((marker) => marker.kind === kind && marker.width === width);
  const [start, base, middle, end] = [of('start'), of('base'), of('middle'), of('end')];
  const upTo = base ?? middle;
  return {
    range: { start: first?.start ?? 0, end: last?.end ?? 0 },
    markers: [start, base, middle, end].filter((marker) => marker !== undefined),
    ...(start && upTo && { ours: { start: start.next, end: upTo.start } }),
    ...(middle && end && { theirs: { start: middle.next, end: end.start } }),
  };
}

/**
 * The text with each conflict resolved for one side, or for the other if that is empty. Everything else becomes spaces,
 * so that other problems are found at their real positions.
 */
export function withoutConflicts(source: string, conflicts: readonly Conflict[]): string {
  let text = '';
  let shown = 0;
  for (const { range, markers, ours, theirs } of conflicts) {
    const hasOurs = ours && source.slice(ours.start, ours.end).trim() !== '';
    const chosen = hasOurs ? ours : ours ? theirs : undefined;
    const blank = (from: number, to: number): string => source.slice(from, to).replace(/[^\r\n]/g, ' ');
    text += source.slice(shown, range.start);
    if (chosen) {
      text +=
        blank(range.start, chosen.start) +
        source.slice(chosen.start, chosen.end) +
        blank(chosen.end, range.end);
    } else {
      // If the start or the middle is missing, the remaining text stays.
      let at = range.start;
      const gone = theirs ? [{ start: range.start, end: range.end }] : markers;
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
  return conflicts.map(({ range, markers, ours, theirs }) => {
    const labelOf = (kind: Marker['kind']): string => {
      const label = markers.find((marker) => marker.kind === kind)?.label ?? '';
      return label === '' ? '' : ` (${quote(label)})`;
    };
    const sides = [
      ...(ours ? [`one side${labelOf('start')} is ${linesOf(ours)}`] : []),
      ...(theirs ? [`${ours ? 'the other' : 'one side'}${labelOf('end')} is ${linesOf(theirs)}`] : []),
      ...(ours && theirs ? [] : ['some of its markers are missing']),
    ];
    const written = markers.map(
      (marker) =>
        `${quote(source.slice(marker.start, marker.start + marker.width))} in line ${lineOf(marker.start)}`,
    );
    return {
      code: 'conflict-unresolved',
      range,
      message: `Unexpected Git conflict that was not resolved: ${sides.join(', ')}`,
      note: {
        text: `keep the right version, and delete the rest and the lines of Git: ${written.join(', ')}`,
      },
    };
  });
}

function markersIn(source: string): Marker[] {
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
