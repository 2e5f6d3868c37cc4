import type { Root } from 'mdast';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nameOfCharacter } from '../diagnostics/name-of-character.ts';
import { quote } from '../diagnostics/quote.ts';
import { spoiltEndOf, type SpoiltEnd } from './front-matter-end.ts';
import { frontMatterStart } from './front-matter-start.ts';
import { conflictsIn, findingsOfConflicts, withoutConflicts } from './conflicts.ts';
import { markCallouts } from './callouts.ts';
import type { Draft, FrontMatterSource } from './draft.ts';
import { findingOfFence, mistakesIn, spoiltFence } from './front-matter-mistakes.ts';
import { joinLinesOfFields, joinLinesOfTree } from './join-lines.ts';
import { isStanding, standingName, standingParts } from '../brief/briefs-folder.ts';
import { headingsFor, languageFor, languageOf } from '../languages/languages.ts';
import type { TextLanguage } from '../languages/language.ts';
import { maxNesting, deepPlaceOf, deepTagOf } from './nesting.ts';
import { parseMarkdown, parseMdx } from './syntax.ts';
import { liftComponents } from './mdx.ts';
import { findingOfMdx } from './mdx-findings.ts';
import { languageOfHeadings, outlineOf } from './outline.ts';
import type { Publication } from '../brief/publication.ts';
import { costlyBraceOf, costlyPlaceOf, maxBlocks, maxCells, maxLines, unread } from './parse-limits.ts';
import { slugOf } from '../brief/slug.ts';
import { readShorthands } from './shorthands.ts';
import { overExpandedAt } from './expansion-limits.ts';
import { findingsOfYaml, parseYaml } from './yaml-findings.ts';
import { valuesOf } from './yaml-values.ts';
import { rangeOf } from './nodes.ts';

/**
 * Parses a brief or a standing page into a tree with offsets. Never throws: problems become findings. `components` are
 * the names of the publication's own.
 */
export function parse(
  file: string,
  source: string,
  publication: Publication,
  components: readonly string[] = [],
): Draft {
  const conflicts = conflictsIn(source);
  const findings: Finding[] = findingsOfConflicts(source, conflicts);
  const read = withoutConflicts(source, conflicts);
  const fieldsStart = frontMatterStart(read);
  // Front matter is only recognised at the first character, so its fence moves there without changing other offsets.
  const text = `---${' '.repeat(fieldsStart)}${read.slice(fieldsStart + 3)}`;
  const opening = spoiltFence.exec(text);
  const isSpoilt = opening?.index === 0;
  if (isSpoilt) findings.push(findingOfFence(fieldsStart, opening[0].length));
  const begun = isSpoilt ? '---'.padEnd(opening[0].length) + text.slice(opening[0].length) : fieldsStart > 0 ? text : read; // prettier-ignore
  const end = spoiltEndOf(begun);
  if (end) findings.push(findingOfEnd(end, begun, file));
  const tree = parseText(file, end?.isFence ? withFenceAt(end, begun) : begun, findings);
  const isRead = findings.every(({ code }) => !unread.has(code));
  const frontMatter = isRead
    ? parseFrontMatter(file, tree, read, fieldsStart, publication, findings)
    : undefined;
  // If the fields are unreadable, the headings determine the language, so that findings are correct.
  const language = isStanding(file)
    ? languageFor(standingParts(standingName(file), publication.lang).lang)
    : frontMatter?.values === undefined
      ? (languageOfHeadings(tree) ?? languageFor(publication.lang))
      : languageOfValues(frontMatter.values, publication);
  markCallouts(tree);
  joinLinesOfTree(tree, writesNoSpaces(language));
  readShorthands(tree, source);
  const headings = headingsFor(language, publication);
  return {
    file,
    slug: slugOf(file),
    source,
    home: publication.address,
    tree,
    frontMatter,
    language,
    headings,
    outline: outlineOf(tree, language, publication),
    components,
    findings,
  };
}

function parseText(file: string, source: string, findings: Finding[]): Root {
  const isMdx = file.endsWith('.mdx');
  const tooDeep = deepPlaceOf(source) ?? (isMdx ? deepTagOf(source) : undefined);
  if (tooDeep !== undefined) return reportDepth(tooDeep, findings);
  const tooMuch = costlyPlaceOf(source) ?? (isMdx ? costlyBraceOf(source) : undefined);
  if (tooMuch !== undefined) return reportAmount(tooMuch, maxMarkup, findings);
  const tree = isMdx ? parseComponents(file, source, findings) : parseMarkdown(source);
  const tooLarge = overExpandedAt(tree);
  return tooLarge === undefined ? tree : reportAmount(tooLarge, maxPageSize, findings);
}

function parseComponents(file: string, source: string, findings: Finding[]): Root {
  try {
    return liftComponents(parseMdx(source));
  } catch (error) {
    // The MDX parser stops at the first error; parsed as Markdown, the rest can still be checked.
    findings.push(findingOfMdx(error, file, source));
    return parseMarkdown(source);
  }
}

function reportDepth(tooDeep: number, findings: Finding[]): Root {
  findings.push({
    code: 'nesting-depth',
    range: { start: tooDeep, end: tooDeep + 1 },
    message: `Unexpected nesting of more than ${maxNesting} levels`,
    note: {
      text: 'nest lists, quotations, emphasis, brackets or tags less deeply; the rest of the brief was not checked',
    },
  });
  return { type: 'root', children: [] };
}

const maxMarkup = `at most ${maxLines} lines, ${maxBlocks} items, quotations and headings, ${maxCells} cells of tables, and fewer special characters in one paragraph`;
const maxPageSize = 'shorter addresses or fewer references to them, and table rows without missing cells';

function reportAmount(tooMuch: number, expected: string, findings: Finding[]): Root {
  findings.push({
    code: 'markup-amount',
    range: { start: tooMuch, end: tooMuch + 1 },
    message: `Unexpected amount of markup, expected ${expected}`,
    note: { text: 'check whether something was pasted by mistake; the rest of the brief was not checked' },
  });
  return { type: 'root', children: [] };
}

/**
 * Characters of the front matter: several times what the longest source list needs. Field names are compared pairwise,
 * and each error is located separately.
 */
const maxFrontMatterLength = 100_000;

function parseFrontMatter(
  file: string,
  tree: Root,
  source: string,
  fieldsStart: number,
  publication: Publication,
  findings: Finding[],
): FrontMatterSource | undefined {
  const node = tree.children[0];
  if (node?.type !== 'yaml') {
    const begun = /^---[ \t]*(?:[\r\n]|$)/.test(source);
    if (findings.some(({ code }) => code === 'front-matter-missing')) return undefined;
    findings.push({
      code: 'front-matter-missing',
      range: { start: 0, end: Math.min(source.length, begun ? 3 : 1) },
      message: begun
        ? 'Unexpected front matter without an end, expected a second line "---" after the fields'
        : 'Unexpected start of the file, expected front matter between two lines of "---"',
      note: { text: 'start the file with a line "---", the fields, and another line "---"' },
    });
    return undefined;
  }
  const range = { start: fieldsStart, end: rangeOf(node).end };
  // Unclosed fields would include the sections, which are not YAML.
  if (findings.some(({ code, range: { start } }) => code === 'front-matter-missing' && start === fieldsStart))
    return undefined;
  if (fieldsStart > 0) {
    const [unseen] = /^[^\t\r\n -]/u.exec(source) ?? [];
    const above = source.slice(0, fieldsStart).includes('---') ? 'another line "---"' : 'blank lines';
    findings.push({
      code: 'front-matter-missing',
      range: { start: 0, end: 1 },
      message: `Unexpected ${unseen ? `${nameOfCharacter(unseen)}, a character that readers cannot see,` : above} before the front matter, expected its "---" in the first line`,
      note: { text: 'delete everything above it, or run `npm run check -- --fix`' },
    });
  }
  const block = source.slice(range.start, range.end);
  const fence = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(block)?.[0].length ?? 0;
  const offset = range.start + fence;
  // yaml does not know CR line ends; this replacement keeps all offsets.
  const text = block
    .slice(fence, 1 + Math.max(block.lastIndexOf('\n'), block.lastIndexOf('\r')))
    .replace(/\r(?!\n)/g, '\n');
  if (text.length > maxFrontMatterLength) {
    findings.push({
      code: 'front-matter-syntax',
      range: { start: range.start, end: range.start + 3 },
      message: `Unexpected front matter of ${text.length} characters, expected at most ${maxFrontMatterLength}`,
      note: { text: 'check whether something was pasted by mistake; the fields were not checked' },
    });
    return undefined;
  }
  const document = parseYaml(text);
  if (!document) {
    findings.push({
      code: 'front-matter-syntax',
      range: { start: range.start, end: range.start + 3 },
      message: 'Unexpected YAML that is nested too deeply',
    });
    return undefined;
  }
  const mistakes = mistakesIn(text, offset, document.errors.length > 0);
  findings.push(...(mistakes.length > 0 ? mistakes : findingsOfYaml(document, text, offset, file)));
  if (mistakes.length > 0) return { document, values: undefined, offset, range };
  const language = languageOfValues({ lang: document.get('lang') }, publication);
  joinLinesOfFields(document, text, writesNoSpaces(language));
  return { document, values: valuesOf(document, range, findings), offset, range };
}

/** Where the front matter should have ended, or its opening line. */
function findingOfEnd({ start, end, isFence, section }: SpoiltEnd, source: string, file: string): Finding {
  if (isFence && spoiltFence.test(source.slice(start, end))) return findingOfFence(start, end);
  if (isFence) {
    return {
      code: 'front-matter-missing',
      range: { start, end },
      message: `Unexpected ${quote(source.slice(start, end).trimEnd())}, expected "---" at the margin to end the front matter`,
      note: { text: 'write three hyphens there, and nothing else on that line' },
    };
  }
  return {
    code: 'front-matter-missing',
    range: { start, end },
    message: 'Unexpected front matter without an end, expected a second line "---" after the fields',
    note: {
      text: 'write a line "---" between the last field and the first section, at {place}',
      at: { file, range: { start: section, end: section + 2 } },
    },
  };
}

function withFenceAt({ start, end }: SpoiltEnd, source: string): string {
  return source.slice(0, start) + '---'.padEnd(end - start) + source.slice(end);
}

/** Chinese and Japanese, whose lengths are counted in characters. */
function writesNoSpaces({ reading }: TextLanguage): boolean {
  return reading.unit === 'characters';
}

function languageOfValues(values: unknown, publication: Publication): TextLanguage {
  const named =
    typeof values === 'object' && values !== null && 'lang' in values && typeof values.lang === 'string'
      ? languageOf(values.lang)
      : undefined;
  return named ?? languageFor(publication.lang);
}
