import type { Emphasis, Nodes, Parents, Root, Strong } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import { nodesOf, rangeOf } from './nodes.ts';
import { plainText } from './plain-text.ts';

/** Emphasis made from asterisks that belong to the text. */
export interface UnintendedEmphasis {
  /** The adjacent asterisks at its start, both those that readers see and those they do not. */
  readonly opening: Range;
  readonly closing: Range;
}

/**
 * Finds emphasis that starts or ends inside a word or number where no part of it is stressed: "Leser*innen und
 * Schüler*innen", "10*12*2", "*100*1#", "M*A*S*H", "f*ck and sh*t", and asterisks in brackets, "(*)". Possible intentions
 * stay: "un*frigging*believable", "*Call of Duty*s", scripts without spaces, and prefixes before a title in Arabic or
 * Hebrew.
 */
export function unintendedEmphasis(tree: Root, source: string, language: string): UnintendedEmphasis[] {
  if (nodesOf(tree, 'emphasis', 'strong').length === 0) return [];
  const found: UnintendedEmphasis[] = [];
  const walk = (node: Nodes, parent?: Parents): void => {
    if ((node.type === 'emphasis' || node.type === 'strong') && source[rangeOf(node).start] === '*') {
      const emphasis = edgesOf(node, parent, source);
      // The inner emphasis of "***words***" was checked with the outer one.
      const isInner = rangeOf(node).start < (found.at(-1)?.opening.end ?? 0);
      if (!isInner && isUnmeant(node, emphasis, source, language)) found.push(emphasis);
    }
    if ('children' in node) for (const child of node.children) walk(child, node);
  };
  walk(tree);
  return found;
}

/** Chinese reports replace given names with asterisks, "王**和李**". These are nine of ten surnames. */
export function endsWithSurname(text: string): boolean {
  return surname.test(text.slice(-1));
}

const surname =
  /[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤張劉陳楊黃趙吳孫馬鄭羅許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻賀顧龔萬錢嚴湯]/u;

/** The asterisks at both ends, including those that are visible or belong to inner emphasis. */
function edgesOf(node: Emphasis | Strong, parent: Parents | undefined, source: string): UnintendedEmphasis {
  const [outer, inner] = [rangeOf(node), innerRangeOf(node)];
  const at = parent ? (parent.children as Nodes[]).indexOf(node) : -1;
  const [before, after] = [parent?.children[at - 1], parent?.children[at + 1]];
  let { start, end } = outer;
  // Escaped asterisks are not part of the run.
  if (before?.type === 'text') while (source[start - 1] === '*' && source[start - 2] !== '\\' && start > rangeOf(before).start) start -= 1; // prettier-ignore
  if (after?.type === 'text') while (source[end] === '*' && end < rangeOf(after).end) end += 1;
  return { opening: { start, end: inner.start }, closing: { start: inner.end, end } };
}

/** The content of emphasis, without the markers of emphasis directly inside it. */
function innerRangeOf(node: Emphasis | Strong): Range {
  const { start, end } = rangeOf(node);
  const [only] = node.children;
  const width = node.type === 'strong' ? 2 : 1;
  const isNested = node.children.length === 1 && (only?.type === 'emphasis' || only?.type === 'strong');
  return isNested ? innerRangeOf(only) : { start: start + width, end: end - width };
}

function isUnmeant(
  node: Emphasis | Strong,
  { opening, closing }: UnintendedEmphasis,
  source: string,
  language: string,
): boolean {
  const words = plainText(node);
  const opens = seamAt(opening, source);
  const closes = seamAt(closing, source);
  if (isEnclosed(opening, source) || isEnclosed(closing, source)) return true;
  if (endsWithSurname(source.slice(0, opening.start)) && endsWithSurname(words)) return true;
  // "**/*", and "(*b) or c*".
  if (/^[/|\\,;:]+$/.test(words)) return true;
  if (/[([{（]/.test(source[opening.start - 1] ?? '') && /^[^([{（]*[)\]}）]/u.test(words)) return true;
  const isLong = /\s/.test(words);
  if (isLong && (/^[)\]}）】」』]/u.test(words) || /[([{（【「『]$/u.test(words))) return true;
  if (isGenderEnding(opens?.after, language) || isGenderEnding(closes?.after, language)) return true;
  if (opens && closes) {
    return (
      !/^[\p{L}\p{M}'’-]+$/u.test(words) ||
      [opens.before.slice(-1), closes.after.slice(0, 1)].some((character) => /\p{N}/u.test(character)) ||
      [opens.before, words, closes.after].every(isOneLetter) ||
      (language === 'fr' && frenchEndings.test(words) && /^s(?!\p{L})/u.test(closes.after))
    );
  }
  if (opens) return isLong;
  // "*100*1#"
  if (closes && /^\p{N}+$/u.test(words) && /^\p{N}/u.test(closes.after)) return true;
  if (!closes || !isLong) return false;
  // A title may have an ending, "*Call of Duty*s", but not if the next words contain asterisks too: "*Nota: tod*s l*s".
  return (
    /^[^.!?\n*]{0,30}[\p{L}\p{N}]\*(?!in(?:nen)?(?!\p{L}))[\p{L}\p{N}]/u.test(
      source.slice(closing.end, closing.end + maxLength),
    ) ||
    (/\p{N}$/u.test(closes.before) && /^\p{N}/u.test(closes.after))
  );
}

/** Asterisks between letters or digits of the same kind, with the words around them. */
interface Seam {
  readonly before: string;
  readonly after: string;
}

function seamAt({ start, end }: Range, source: string): Seam | undefined {
  const [before = ''] =
    /[\p{L}\p{M}\p{N}]*$/u.exec(source.slice(Math.max(0, start - maxLength), start)) ?? [];
  const [after = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(source.slice(end, end + maxLength)) ?? [];
  const [one, other] = [kindOf(before.at(-1) ?? ''), kindOf(after.at(0) ?? '')];
  const isOneWord = one === other || one === 'digit' || other === 'digit';
  return one && other && isOneWord ? { before, after } : undefined;
}

/** Characters of a word that are inspected. */
const maxLength = 40;

/**
 * The kind of a character: digit, or a letter of an alphabet without prefixes before a title. A change of alphabet starts
 * a new word.
 */
function kindOf(character: string): string | undefined {
  return Object.entries(kinds).find(([, pattern]) => pattern.test(character))?.[0];
}

const kinds = {
  digit: /\p{N}/u,
  latin: /\p{Script=Latin}/u,
  greek: /\p{Script=Greek}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
};

function isOneLetter(word: string): boolean {
  return /^[\p{L}\p{N}]\p{M}*$/u.test(word);
}

/** German gender endings, in any language; short ones only if no other word is possible. */
function isGenderEnding(after: string | undefined, language: string): boolean {
  if (after === undefined) return false;
  return /^innen(?!\p{L})/u.test(after) || (language === 'de' && /^in(?!\p{L})/u.test(after));
}

/** "étudiant*e*s", "act*rice*s". */
const frenchEndings = /^(?:e|te|le|ne|fe|ve|se|ère|ière|trice|rice|euse|esse)$/u;

/** Asterisks that stand alone inside brackets or quotation marks. */
function isEnclosed({ start, end }: Range, source: string): boolean {
  const [before = '', after = ''] = [source[start - 1], source[end]];
  return before !== '' && enclosing.includes(before + after);
}

const enclosing = `() [] {} "" '' “” „“ „” ‘’ «» »« ‹› （） 「」 【】`.split(' ');
