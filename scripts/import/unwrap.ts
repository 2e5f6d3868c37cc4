import type { Names } from '../../src/languages/recognise-headings.ts';
import {
  around,
  conversation,
  earlierVersion,
  sourceMark,
  thoughts,
  type Dropped,
} from './document-source.ts';
import { beginsWithField, isDraft, isField, isSection, partOf } from './draft-text.ts';
import { withoutEdges } from './edges.ts';
import { fencedLines } from './fenced-lines.ts';
import { turnsOf } from './transcript.ts';

/** A text without what a chat program, a chat's export or a copied page put around the draft. */
export interface Unwrapped {
  readonly text: string;
  readonly dropped: readonly Dropped[];
}

/** Takes a draft out of everything around it. Each thing that it removes is reported. */
export function unwrap(given: string, names: Names): Unwrapped {
  const dropped: Dropped[] = [];
  const drop = (what: string, text: string): void => {
    if (text.trim() !== '') dropped.push({ what, text: text.trim() });
  };
  let text = given.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n');
  // One wrapping may stand in another.
  for (let before = '', round = 0; before !== text && round < maxWrappings; round += 1) {
    before = text;
    for (const step of [withoutThoughts, withoutCitingTags, lastTurn, insideTags, insideFence, unquoted])
      text = step(text, names, drop);
    // What is out of one wrapping may be in another of the same kind.
    if (before !== text) continue;
    // Data has no edges, and its keys may name the sections of several briefs.
    if (isData(text)) break;
    for (const step of [lastVersion, frontMatterFirst, withoutEdges]) text = step(text, names, drop);
  }
  return { text, dropped };
}

/** Real drafts have two or three. */
const maxWrappings = 40;

function isData(text: string): boolean {
  const isLink = /^\s*\[[^\]{\n]*\](?:\(|[\s:])/.test(text);
  return (/^\s*[[{<]/.test(text) && !isLink) || /^[\w-]*happening:/m.test(text);
}

type Drop = (what: string, text: string) => void;

const thought =
  'think|thinking|thoughts?|reasoning|reflection|scratchpad|antthinking|inner_?monologue|planning';
const closedThought = new RegExp(String.raw`^[ \t]*<(${thought})\b[^>]*>[^]*?<\/\1>[ \t]*\n?`, 'gim');
const lateThought = new RegExp(String.raw`^(?:(?!<(?:${thought})\b)[^])*?<\/(?:${thought})>[ \t]*\n?`, 'i');
const thoughtTag = new RegExp(String.raw`^[ \t]*<\/?(?:${thought})\b[^>]*>[ \t]*$`, 'gim');

/** A folded block of reasoning, as chat programs write it into Markdown. */
const foldedThought =
  /^[ \t]*<details\b[^>]*>\s*<summary>[^<]{0,40}(?:think|thought|reason|denk|überleg|réflexion|raisonn|pensa|razon|raciocín|ragiona|सोच|तर्क|تفكير|思考|推理)[^<]{0,60}<\/summary>[^]*?<\/details>[ \t]*\n?/gimu;

function withoutThoughts(text: string, _names: Names, drop: Drop): string {
  return text
    .replace(foldedThought, (found) => (drop(thoughts, found), ''))
    .replace(closedThought, (found) => (drop(thoughts, found), ''))
    .replace(lateThought, (found) => (drop(thoughts, found), ''))
    .replace(thoughtTag, '');
}

/** Elements in which a program or a wiki names a source. */
const citing = /[ \t]*<(grok:[a-z-]+|ref)\b[^<>]*(?:\/>|>(?:(?!<\1\b)[^])*?<\/\1>)/gi;

function withoutCitingTags(text: string, _names: Names, drop: Drop): string {
  return text.replace(citing, (found) => (drop(sourceMark, found), ''));
}

/** The program's last turn that holds a draft. */
function lastTurn(text: string, names: Names, drop: Drop): string {
  const turns = turnsOf(text);
  const at = turns?.findLastIndex((turn) => turn.isProgram && isDraft(turn.text, names)) ?? -1;
  const last = turns?.[at];
  if (!turns || !last) return text;
  turns.forEach((turn, place) => {
    if (turn === last) return;
    drop(place < at && turn.isProgram ? earlierVersion : conversation, turn.text);
  });
  return last.text;
}

const wrappers =
  'antartifact|artifact|answer|response|output|brief|article|document|draft|result|final(?:_answer|_brief)?|text|markdown|content|explainer|news_?brief|completion|message|doc|canvas';
const wrapper = new RegExp(String.raw`<(${wrappers})\b[^>]*>([^]*?)(?:<\/\1>|$(?![^]))`, 'gi');

/** The text in the tags of an artifact or an answer. */
function insideTags(text: string, names: Names, drop: Drop): string {
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) return text;
  const found = [...text.matchAll(wrapper)].filter(([, , inside = '']) => isDraft(inside, names)).at(-1);
  if (!found) return withoutLoneEnd(text);
  const [whole, , inside = ''] = found;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + whole.length)];
  // A tag of HTML around the text of a page.
  if (
    /^\s*<(?:div|header|main|section|h1|nav)\b/i.test(inside) ||
    (isDraft(before, names) && !/<\//.test(before))
  )
    return text;
  dropAround(before, after, drop);
  return insideTags(inside.replace(/^\n+/, ''), names, drop);
}

const loneEnd = new RegExp(String.raw`\n[ \t]*<\/(${wrappers})>\s*$`, 'i');

/** Without the end of a tag that was cut off with what stood before the draft. */
function withoutLoneEnd(text: string): string {
  const [end = '', name = ''] = loneEnd.exec(text) ?? [];
  return end === '' || new RegExp(`<${name}\\b`, 'i').test(text) ? text : text.slice(0, -end.length);
}

function dropAround(before: string, after: string, drop: Drop): void {
  for (const text of [before, after]) drop(around, text.replace(/^\s*(?:```|~~~).*$/gm, ''));
}

const fence = /^( {0,3}|[ \t]*)(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n`]*$/;
const draftLanguages = new Set([
  '',
  'md',
  'mdx',
  'markdown',
  'text',
  'txt',
  'plaintext',
  'plain',
  'json',
  'jsonl',
  'json5',
  'yaml',
  'yml',
  'xml',
  'html',
  'toml',
  'ndjson',
  'jsonc',
]);

/**
 * The code block with the draft, closed or not. The last one wins. A fence inside it ends it for Markdown, but not for
 * the program that wrote both with three backticks.
 */
function insideFence(text: string, names: Names, drop: Drop): string {
  const lines = text.split('\n');
  const isFence = lines.map((line) => fence.exec(line));
  const openings: number[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opened = isFence[at];
    if (!opened) continue;
    if (draftLanguages.has((opened[3] ?? '').toLowerCase())) openings.push(at);
    at = insideFrom(lines, at, isFence).end;
  }
  const first = openings.find((at) => isDraft(insideFrom(lines, at, isFence).inside, names));
  if (first === undefined || isSection(lines.slice(0, first), names)) return text;
  let best = insideFrom(lines, first, isFence);
  const later = openings.filter((at) => at > best.end).map((at) => insideFrom(lines, at, isFence));
  const last = later.findLast(({ inside }) => isDraft(inside, names));
  if (last) best = last;
  else if (isSection(lines.slice(best.end + 1), names)) {
    const end = lines.findLastIndex((line, at) => at > best.end && /^\s*(?:`{3,}|~{3,})\s*$/.test(line));
    const closed = end < 0 || isSection(lines.slice(end + 1), names) ? lines.length : end;
    best = { inside: lines.slice(first + 1, closed).join('\n'), start: first, end: closed };
  }
  const outside = lines.map((line, at): string | undefined =>
    at < best.start || at > best.end ? line : undefined,
  );
  for (const at of openings) {
    const { inside, end } = insideFrom(lines, at, isFence);
    if (at === best.start || !isDraft(inside, names) || (at > best.start && at < best.end)) continue;
    drop(earlierVersion, inside);
    outside.fill(undefined, at, end + 1);
  }
  const outsideOf = (from: number, to: number): string =>
    outside
      .slice(from, to)
      .filter((line) => line !== undefined)
      .join('\n');
  dropAround(outsideOf(0, best.start), outsideOf(best.end + 1, lines.length), drop);
  return `${best.inside}\n`;
}

function insideFrom(
  lines: readonly string[],
  start: number,
  fences: readonly (RegExpExecArray | null)[],
): { inside: string; start: number; end: number } {
  const [, indent = '', signs = ''] = fences[start] ?? [];
  const end = fences.findIndex(
    (found, at) =>
      at > start && found !== null && found[2]?.startsWith(signs) === true && (found[3] ?? '') === '',
  );
  const close = end < 0 ? lines.length : end;
  const inside = lines
    .slice(start + 1, close)
    .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return { inside: inside.join('\n'), start, end: close };
}

/** A draft that stands in a quotation as a whole. */
/** A draft quoted with ">" or between three quotation marks, also below a line such as "Here you go:". */
function unquoted(text: string, names: Names, drop: Drop): string {
  const lines = text.split('\n');
  const isQuoted = (line: string): boolean => /^ {0,3}>/.test(line);
  const start = lines.findIndex(isQuoted);
  const end = lines.findLastIndex(isQuoted) + 1;
  const quoted = lines.slice(Math.max(0, start), end);
  const isWhole = quoted.length >= 4 && quoted.every((line) => line.trim() === '' || isQuoted(line));
  const block = /^[ \t]*("""|''')[a-z]*[ \t]*\n([^]*?)\n?[ \t]*\1[ \t]*$/m.exec(text);
  const [before, inside, after] = isWhole
    ? [
        lines.slice(0, start).join('\n'),
        quoted.join('\n').replace(/^ {0,3}> ?/gm, ''),
        lines.slice(end).join('\n'),
      ]
    : block
      ? [text.slice(0, block.index), block[2] ?? '', text.slice(block.index + block[0].length)]
      : ['', '', ''];
  if (!isDraft(inside, names) || isSection([...before.split('\n'), ...after.split('\n')], names)) return text;
  dropAround(before, after, drop);
  return inside;
}

/** The last of several versions of the whole text. */
function lastVersion(text: string, names: Names, drop: Drop): string {
  const lines = text.split('\n');
  const isFenced = fencedLines(lines);
  const parts = lines.map((line, at) => (isFenced[at] === true ? undefined : partOf(line, names)));
  const found = parts.flatMap((part, at) => (part === undefined ? [] : [{ part, at }]));
  const counts = [0, 1, 2, 3].map((part) => found.filter((each) => each.part === part).length);
  if (counts.filter((count) => count > 1).length < 3) return text;
  const opening = found[0]?.part;
  const last = found.findLast(({ part }) => part === opening)?.at ?? 0;
  const before = found.findLast(({ at }) => at < last)?.at ?? 0;
  if (!isDraft(lines.slice(last).join('\n'), names)) return text;
  const between = lines.slice(before + 1, last);
  const start = between.findIndex(
    (line, at) => isStart.test(line.trim()) && !/^[-*_]{3,}$/.test(between[at + 1] ?? ''),
  );
  const from = start < 0 ? last : before + 1 + start;
  drop(earlierVersion, lines.slice(0, from).join('\n'));
  return lines
    .slice(from)
    .join('\n')
    .replace(
      /^\s*(?:[-*_]{3,}\s*\n\s*)?(?:#{1,6} +|\*\*)?(?:version|option|draft|take|variante?|fassung|entwurf|opción|versión|opzione|versione|versão|opção|版本|バージョン)\s*(?:\d+|[a-c]|[一二三])[^\n]{0,60}\n/iu,
      (found) => (drop(around, found), ''),
    );
}

const isStart =
  /^(?:#{1,2} \S|[-*_]{3,}$|\*\*[^*]+\*\*:?$|(?:#{1,6} )?(?:version|option|draft|take|variante?|fassung|entwurf|opción|versión|opzione|versione|versão|opção|版本|バージョン)\s*(?:\d|[a-c]\b))/iu;

/** Front matter that stands below a preamble or at the end, in a code block, or that nobody closed. */
function frontMatterFirst(given: string, names: Names, drop: Drop): string {
  // A block of YAML before the text.
  const text = given.replace(
    /^(\s*)(?:```|~~~)(?:ya?ml|toml|frontmatter)?[ \t]*\n(?:(?:---|\+\+\+)[ \t]*\n)?((?:[\w-]+ *[:=][^]*?))\n(?:(?:---|\+\+\+)[ \t]*\n)?(?:```|~~~)[ \t]*$/m,
    (whole, space: string, fields: string) =>
      isFields(fields) && !isDraft(fields, names) ? `${space}---\n${fields}\n---` : whole,
  );
  const lines = text.split('\n');
  const open = lines.findIndex(
    (line, at) => line.trimEnd() === '---' && beginsWithField(lines.slice(at + 1, at + 4)),
  );
  if (open < 0) return text;
  const rest = lines.slice(open + 1);
  const marked = rest.findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line));
  const ended = rest.findIndex(
    (line, at) => /^#{1,6} /.test(line) || (line.trim() === '' && !isField(rest[at + 1] ?? '')),
  );
  const close = marked >= 0 && isFields(rest.slice(0, marked).join('\n')) ? marked : ended;
  if (close < 0) return text;
  if (open === 0 && close === marked) return text;
  const fields = rest.slice(0, close);
  if (!isFields(fields.join('\n'))) return text;
  const before = lines.slice(0, open);
  const after = rest.slice(close === marked ? close + 1 : close);
  const front = ['---', ...fields, '---', ''];
  if (isSection(before, names)) return [...front, ...before, ...after].join('\n');
  // A title may stand above it; courtesy may not stay.
  const kept = before.filter((line) => /^#{1,2} /.test(line));
  drop(around, before.filter((line) => !kept.includes(line)).join('\n'));
  return [...front, ...kept, ...after].join('\n');
}

function isFields(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const fields = lines.filter(isField);
  const others = lines.filter((line) => !isField(line) && !/^(?:\s+\S|- |#|[\]}])/.test(line));
  return fields.length >= 2 && others.length <= 1;
}
