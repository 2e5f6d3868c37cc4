import type { Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import { nodesOf, rangeOf } from './nodes.ts';

/** A no-break space, typed by a writer or a program. */
const hard = String.raw`(?:[\u00a0\u2007\u202f]|&nbsp;|&#160;|&#xa0;)`;

/**
 * Five words in a row joined by no-break spaces. Writers join two, such as a title and a name, or four, as in "M. de La
 * Fontaine" and phone numbers. If every space is no-break, words break apart on a phone. A run starts where a word
 * starts; trying every letter would be quadratic.
 */
const heldRun = new RegExp(String.raw`(?<![^\s&])[^\s&]+(?:${hard}[^\s&]+){4,}`, 'gi');

function isHeld(run: string): boolean {
  const parts = run.split(new RegExp(hard, 'i'));
  const words = parts.filter((part) => /\p{L}{2}/u.test(part));
  return words.length >= 3 && !isAddress(parts, words);
}

/**
 * A postal address, or a name with a phone number, which a writer may want on one line: it has digits, and most words are
 * names.
 */
function isAddress(parts: readonly string[], words: readonly string[]): boolean {
  const small = words.filter((word) => /^\p{Ll}/u.test(word));
  return (
    parts.length <= maxAddressParts &&
    parts.some((part) => /^\W?\d/.test(part)) &&
    small.length * 2 < words.length
  );
}

/** Words: "1600 Pennsylvania Avenue NW, Washington, DC 20500". */
const maxAddressParts = 8;

/** Runs of words without a possible line break, in order. */
export function heldRuns(source: string, tree: Root): Range[] {
  return textsOf(tree).flatMap(({ start, end }) =>
    runsIn(source.slice(start, end)).map(({ index, 0: run }) => ({
      start: start + index,
      end: start + index + run.length,
    })),
  );
}

/**
 * No-break spaces in such runs that typography does not need. It needs them between digits and what they count, after
 * initials and abbreviations, and in French before ? ! ; : and inside « ».
 */
export function needlessHardSpaces(source: string, tree: Root): Range[] {
  const fields = nodesOf(tree, 'yaml').map((node) => rangeOf(node).start);
  return textsOf(tree).flatMap(({ start, end }) => {
    const text = source.slice(start, end);
    // An ordinary space there would change the YAML.
    const isYamlSyntax = (before: string, after: string): boolean =>
      fields.includes(start) && (before.endsWith(':') || after.startsWith('#'));
    if (runsIn(text).length === 0) return [];
    return [...text.matchAll(new RegExp(hard, 'gi'))]
      .filter(({ index, 0: space }) => {
        const [before, after] = [text.slice(0, index), text.slice(index + space.length)];
        return !isWanted(before, after) && !isYamlSyntax(before, after);
      })
      .map(({ index, 0: space }) => ({ start: start + index, end: start + index + space.length }));
  });
}

function runsIn(text: string): RegExpExecArray[] {
  return [...text.matchAll(heldRun)].filter(([run]) => isHeld(run));
}

function isWanted(before: string, after: string): boolean {
  return (
    /[\d«‹§№#]$/u.test(before) ||
    /^[?!;:»›%‰€$£¥°]/u.test(after) ||
    // "May 3", "Boeing 737"
    (/^\d/.test(after) && /(?<!\p{L})\p{Lu}\p{L}*$/u.test(before)) ||
    // "p. 5", "U.S. dollars", "M. Dupont", "n° 5", "v Praze"
    /(?:^|[\s\u00a0\u202f(])(?:\p{L}{1,3}\.|(?:\p{L}\.)+|\p{L}|n°)$/u.test(before.slice(-12))
  );
}

/** Titles and summaries may also be pasted. */
function textsOf(tree: Root): Range[] {
  return nodesOf(tree, 'yaml', 'text').map(rangeOf);
}
