import { fromHtml } from 'hast-util-from-html';
import { escapesRead, type Dropped } from './document-source.ts';
import { fencedLines } from './fenced-lines.ts';

/**
 * Writes what programs escape, or type in place of Markdown, as it is meant: line breaks as "\n", characters as "\u2019", entities
 * escaped twice, and bullets. Front matter and code stay as they are.
 */
export function readEscapes(text: string, dropped: Dropped[]): string {
  const [front = ''] = /^---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?=\n|$)/.exec(text) ?? [];
  const lines = text.slice(front.length).split('\n');
  const isFenced = fencedLines(lines);
  const read = lines.map((line, at) => {
    if (isFenced[at] === true || line.includes('`') || /^(?: {4}|\t)/.test(line)) return line;
    const written = entityInEntity(breaks(characters(line))).replace(bullet, '$1- ');
    if (written !== line) dropped.push({ what: escapesRead, text: line.trim() });
    return written;
  });
  return front + read.join('\n');
}

/** The same in a field, which is one line of plain text. */
export function plainEscapes(value: string): string {
  const text = characters(value).replace(lineBreaks, ' ');
  return text
    .replace(entity, (found) => decoded(found))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Neither a path, "C:\news", nor a command of LaTeX. */
const lineBreaks =
  /(?<![\w:\\/])(?:(?:\\r)?\\n){2,}|(?<=[\p{L}\p{N})][.!?:;”"’)]?)(?<!\b[A-Z]:)(?:(?:\\r)?\\n)+(?=[\p{Lu}\p{Script=Han}\p{Script=Arabic}"“¿¡*#>•-]|[ \t]|$)/gu;

function breaks(line: string): string {
  // A single one inside a sentence would not end it.
  return line.replace(lineBreaks, (found) => (found.replaceAll('\\r', '').length > 2 ? '\n\n' : '\n'));
}

function characters(line: string): string {
  // JSON writes emoji and rare characters as two halves.
  const whole = line.replace(/(?<![\\/:\w])\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|(?<=\p{L})\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})/giu, (_, ...halves: (string | undefined)[]) =>
    String.fromCharCode(...halves.slice(0, 4).flatMap((half) => (half === undefined ? [] : [Number.parseInt(half, 16)])))); // prettier-ignore
  return whole.replace(/(?<![\\/:\w]|\\)\\u([\da-fA-F]{4})|(?<=\p{L})\\u([\da-fA-F]{4})/gu, (found, one?: string, two?: string) => {
    const character = String.fromCharCode(Number.parseInt(one ?? two ?? '', 16));
    return /[\p{L}\p{M}\p{P}\p{S}\p{Zs}]/u.test(character) ? character : found;
  }); // prettier-ignore
}

const names = String.raw`(?:nbsp|amp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{1,6}|#x[\da-f]{1,5})`;
const entity = new RegExp(String.raw`&(?:amp;)?${names};`, 'gi');
const twice = new RegExp(String.raw`&amp;(?=${names};)`, 'gi');

function entityInEntity(line: string): string {
  return line.replace(twice, '&');
}

function decoded(found: string): string {
  const once = found.replace(/^&amp;/i, '&');
  const [node] = fromHtml(once, { fragment: true }).children;
  return node?.type === 'text' ? node.value.replace('\u00a0', ' ') : once;
}

const bullet = /^([ \t]*)[•‣⁃◦▪][ \t]+(?=\S)/gmu;
