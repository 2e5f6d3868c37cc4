import type { Names } from '../../src/languages/recognise-headings.ts';
import { appendedFrom } from './appended.ts';
import { isStage } from './closing-lines.ts';
import { isCourtesyAfter, isCourtesyBefore } from './conversation.ts';
import { courtesy, menu } from './document-source.ts';
import { frontOf, isSection, isSourcesHeading } from './draft-text.ts';
import { isLabelBelow } from './labelled-lines.ts';
import { isMenu } from './menus.ts';
import { noticeOf } from './notices.ts';

/** Removes courtesy, menus and footers at both ends. */
export function withoutEdges(text: string, names: Names, drop: (what: string, text: string) => void): string {
  const front = frontOf(text);
  const blocks = text.slice(front.length).split(/\n(?:[ \t]*\n)+/);
  const isDropped = new Set<number>();
  for (const [at, block] of blocks.entries()) {
    if (at > maxBlocksBefore || isSection(block.split('\n'), names)) break;
    if (isDraftLine(block)) continue;
    if (isCourtesyBefore(block)) isDropped.add(at);
    else if (isMenu(block)) isDropped.add(at);
    else {
      const lines = block.split('\n');
      const [first = '', ...rest] = lines;
      // "Sure, here it is:" directly above the title.
      if (rest.length > 0 && isCourtesyBefore(first) && /[:：.!。！]\**$/.test(first.trim())) {
        drop(courtesy, first);
        blocks[at] = rest.join('\n');
      }
    }
    if (at > 3 && !isDropped.has(at)) break;
  }
  for (let at = appendedFrom(blocks); at < blocks.length; at += 1) isDropped.add(at);
  const sources = blocks.findLastIndex((block) => isSourcesHeading(block.trim().split('\n')[0] ?? '', names));
  // A program may speak above the list of sources, too.
  for (const end of sources > 0 ? [blocks.length, sources] : [blocks.length])
    dropFromEnd(blocks, end, names, isDropped, drop);
  blocks.forEach((block, at) => {
    if (block.split('\n').every((line) => line.trim() === '' || isStage(line)) && block.trim() !== '')
      isDropped.add(at);
  });
  for (const at of isDropped) drop(isMenu(blocks[at] ?? '') ? menu : courtesy, blocks[at] ?? '');
  const kept = blocks.filter((_, at) => !isDropped.has(at));
  while (kept.length > 0 && (isRule(kept[0] ?? '') || kept[0]?.trim() === '')) kept.shift();
  while (kept.length > 0 && isRule(kept.at(-1) ?? '')) kept.pop();
  return front + kept.join('\n\n');
}

/** Marks what a program says in the last blocks before a place. */
function dropFromEnd(
  blocks: string[],
  end: number,
  names: Names,
  isDropped: Set<number>,
  drop: (what: string, text: string) => void,
): void {
  let offered: number[] = [];
  for (let at = end - 1; at > 0; at -= 1) {
    const block = blocks[at] ?? '';
    if (isDropped.has(at)) continue;
    const lines = block.split('\n').filter((line) => !isRule(line) && line.trim() !== '');
    if (lines.length === 0) continue;
    const isNoted = lines.every((line) => kindOfNotice(line) === 'ai');
    if (!isNoted && !isOnlyText(blocks, at, names) && (isCourtesyAfter(block) || isMenu(block))) {
      for (const each of [at, ...offered]) isDropped.add(each);
      offered = [];
    } else if (isLabelAlone(lines) && isItem(blocks[at + 1] ?? '') && isDropped.has(at + 1)) {
      // "A few choices I made:" above a list that is gone.
      isDropped.add(at);
    } else if (lines.every((line) => kindOfNotice(line) === 'ai' || isLabelBelow(line, names))) {
      if (offered.length > 0) break;
    } else {
      if (dropLastLines(blocks, at, drop) || !isItem(block) || offered.length >= 4 || isSection(lines, names))
        break;
      offered.push(at);
    }
  }
}

function isLabelAlone([line = '', ...others]: readonly string[]): boolean {
  return others.length === 0 && line.length <= 60 && /[:：]\**\s*$/.test(line);
}

function isItem(line: string): boolean {
  return /^\s*(?:[-*•]|\d+[.)]) /.test(line);
}

/** Drops courtesy directly below a paragraph or a list. Returns whether there was any. */
function dropLastLines(blocks: string[], at: number, drop: (what: string, text: string) => void): boolean {
  const lines = (blocks[at] ?? '').split('\n');
  const isKnown = (line: string): boolean =>
    line.trim() === '' || isNotice(line) || isCourtesyAfter(line) || /^\s*[-*•] /.test(line);
  const from = lines.findIndex(
    (line, place) =>
      place > 0 &&
      !(isItem(line) && isItem(lines[place - 1] ?? '')) &&
      !isNotice(line) &&
      isCourtesyAfter(line) &&
      lines.slice(place).every(isKnown),
  );
  if (from < 1) return false;
  const tail = lines.slice(from);
  drop(courtesy, tail.filter((line) => !isNotice(line)).join('\n'));
  blocks[at] = [...lines.slice(0, from), ...tail.filter(isNotice)].join('\n');
  return true;
}

/** The only paragraph of a section is its text. */
function isOnlyText(blocks: readonly string[], at: number, names: Names): boolean {
  const before = blocks.slice(0, at).findLast((block) => block.trim() !== '') ?? '';
  const [line = '', ...others] = before.split('\n').filter((each) => each.trim() !== '');
  // "**What's Next?** The court…" has its text.
  return (
    others.length === 0 &&
    isSection([line], names) &&
    !/[:：?？؟*–—]\**\s*(?:[–—-]\s*)?[\p{L}\p{N}]/u.test(line.replace(/^[\s#*_>]+/, ''))
  );
}

function isRule(line: string): boolean {
  return /^\s*(?:[-*_] ?){3,}\s*$/.test(line);
}

/** The AI label becomes a field, and the report names the others. */
function isNotice(line: string): boolean {
  return kindOfNotice(line) !== undefined;
}

function kindOfNotice(line: string): string | undefined {
  return noticeOf(line.replace(/^[\s*_>]+|[\s*_]+$/g, ''))?.kind;
}

/** Greetings, an explanation, a rule, a menu. */
const maxBlocksBefore = 8;

/** A title or a field is never courtesy. */
function isDraftLine(block: string): boolean {
  return /^\s*(?:#{1,6} |---|\||!\[)/.test(block);
}
