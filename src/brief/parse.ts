import type { Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDocument } from 'yaml';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import type { Draft, FrontMatterSource } from './draft.ts';
import { headingsFor, languageFor, languageOf } from './languages/languages.ts';
import type { Language } from './languages/language.ts';
import { outlineOf } from './outline.ts';
import type { Publication } from './publication.ts';
import { slugOf } from './slug.ts';

/** Reads a brief's text into a tree with offsets. Never throws: what cannot be read becomes a finding. */
export function parse(file: string, source: string, publication: Publication): Draft {
  const findings: Finding[] = [];
  const tree = parseMarkdown(source, findings);
  const frontMatter = parseFrontMatter(tree, source, findings);
  const language = languageOfValues(frontMatter?.values, publication);
  const headings = headingsFor(language, publication);
  return {
    file,
    slug: slugOf(file),
    source,
    tree,
    frontMatter,
    language,
    headings,
    outline: outlineOf(tree, headings),
    findings,
  };
}

/** Where a node of the tree stands in the file. */
export function rangeOf(node: { position?: RootContent['position'] }): Range {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze();

// Real briefs nest lists three or four deep; the parsers recurse, so depth is bounded before they run.
const deepestNesting = 100;

function parseMarkdown(source: string, findings: Finding[]): Root {
  const tooDeep = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])[ \t]*){101,}|^[ \t]{400,}\S/m.exec(source);
  if (!tooDeep) return processor.parse(source);
  findings.push({
    code: 'nesting-depth',
    range: { start: tooDeep.index, end: tooDeep.index + 1 },
    message: `Unexpected nesting of more than ${deepestNesting} levels`,
  });
  return { type: 'root', children: [] };
}

function parseFrontMatter(tree: Root, source: string, findings: Finding[]): FrontMatterSource | undefined {
  const node = tree.children[0];
  if (node?.type !== 'yaml') {
    findings.push({
      code: 'front-matter-missing',
      range: { start: 0, end: Math.min(source.length, 1) },
      message: 'Unexpected beginning of the file, expected front matter between two lines of "---"',
      note: { text: 'a brief begins with a line "---", its fields, and another line "---"' },
    });
    return undefined;
  }
  const range = rangeOf(node);
  const offset = source.indexOf('\n', range.start) + 1;
  const text = source.slice(offset, source.lastIndexOf('\n', range.end - 1) + 1);
  // Failsafe: "512", "yes" and "2025-09-18" stay the text that the writer wrote.
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'silent' });
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    findings.push({
      code: 'front-matter-syntax',
      range: { start: offset + pos[0], end: offset + Math.max(pos[1], pos[0] + 1) },
      message: `Unexpected YAML: ${message}`,
      ...(message.includes('Nested mappings') || message.includes('colon')
        ? { note: { text: 'put a value that contains ": " between quotation marks' } }
        : {}),
    });
  }
  return { document, values: valuesOf(document, { start: offset, end: range.end }, findings), offset, range };
}

function valuesOf(document: FrontMatterSource['document'], range: Range, findings: Finding[]): unknown {
  if (document.errors.length > 0) return undefined;
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    findings.push({
      code: 'front-matter-alias',
      range: { start: range.start, end: range.start + 1 },
      message: 'Unexpected YAML aliases that cannot be resolved or grow beyond all measure',
      note: { text: 'write the value out where it is used, without & and *' },
    });
    return undefined;
  }
}

function languageOfValues(values: unknown, publication: Publication): Language {
  const named =
    typeof values === 'object' && values !== null && 'lang' in values && typeof values.lang === 'string'
      ? languageOf(values.lang)
      : undefined;
  return named ?? languageFor(publication.lang);
}
