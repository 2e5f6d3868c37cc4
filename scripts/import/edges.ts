import type { Names } from '../../src/languages/recognise-headings.ts';
import { isCourtesyAfter, isCourtesyBefore } from './conversation.ts';
import { courtesy, menu } from './document-source.ts';
import { beginsWithField, isSection } from './draft-text.ts';
import { isMenu } from './menus.ts';
import { noticeOf } from './notices.ts';

/** Removes courtesy, menus and footers at both ends. */
export function withoutEdges(text: string, names: Names, drop: (what: string, text: string) => void): string {
  const front = frontOf(text);
  const blocks = text.slice(front.length).split(/\n(?:[ \t]*\n)+/);
  const isDropped = new Set<number>();
  const isRule = (block: string): boolean => /^\s*(?:[-*_] ?){3,}\s*$/.test(block);
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
  // The only paragraph of a section is its text.
  const isOnlyText = (at: number): boolean => {
    const before =
      blocks
        .slice(0, at)
        .findLast((block) => block.trim() !== '')
        ?.split('\n') ?? [];
    return before.filter((line) => line.trim() !== '').length === 1 && isSection(before, names);
  };
  let offered: number[] = [];
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] ?? '';
    if (isDropped.has(at)) break;
    if (block.trim() === '' || isRule(block)) continue;
    const said = block.split('\n').filter((line) => !isRule(line) && line.trim() !== '');
    if (said.every((line) => kindOfNotice(line) === 'ai')) {
      if (offered.length > 0) break;
    } else if (at > 0 && !isOnlyText(at) && (isCourtesyAfter(block) || isMenu(block))) {
      isDropped.add(at);
      for (const each of offered) isDropped.add(each);
      offered = [];
    } else if (
      /^\s*(?:[-*•]|\d+[.)]) /.test(block) &&
      offered.length < 4 &&
      !isSection(block.split('\n'), names)
    )
      offered.push(at);
    else {
      const lines = block.split('\n');
      const isKnown = (line: string): boolean =>
        line.trim() === '' || isNotice(line) || isCourtesyAfter(line) || /^\s*[-*•] /.test(line);
      const from = lines.findIndex(
        (line, place) =>
          place > 0 && !isNotice(line) && isCourtesyAfter(line) && lines.slice(place).every(isKnown),
      );
      if (from > 0) {
        const tail = lines.slice(from);
        drop(courtesy, tail.filter((line) => !isNotice(line)).join('\n'));
        blocks[at] = [...lines.slice(0, from), ...tail.filter(isNotice)].join('\n');
      }
      break;
    }
  }
  for (const at of isDropped) drop(isMenu(blocks[at] ?? '') ? menu : courtesy, blocks[at] ?? '');
  const kept = blocks.filter((_, at) => !isDropped.has(at));
  while (kept.length > 0 && (isRule(kept[0] ?? '') || kept[0]?.trim() === '')) kept.shift();
  while (kept.length > 0 && isRule(kept.at(-1) ?? '')) kept.pop();
  return front + kept.join('\n\n');
}

/** The AI label becomes a field, and the report names the others. */
function isNotice(line: string): boolean {
  return kindOfNotice(line) !== undefined;
}

function kindOfNotice(line: string): string | undefined {
  return noticeOf(line.replace(/^[\s*_>]+|[\s*_]+$/g, ''))?.kind;
}

/** Front matter at the start of a text, not two rules with text between them. */
export function frontOf(text: string): string {
  const [front = '', fields = ''] = /^\s*---\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(text) ?? [];
  return beginsWithField(fields.split('\n')) ? front : '';
}

/** Greetings, an explanation, a rule, a menu. */
const maxBlocksBefore = 8;

/** A title or a field is never courtesy. */
function isDraftLine(block: string): boolean {
  return /^\s*(?:#{1,6} |---|\||!\[)/.test(block);
}
