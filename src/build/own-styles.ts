import { basename } from 'node:path';
import type { CssSyntaxError } from 'postcss';
import { addressesOf } from '../brief/addresses.ts';
import type { NamedStyles, Publication } from '../brief/publication.ts';
import { nearestOf } from '../brief/nearest.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { namedStyles } from '../metadata/accent-styles.ts';
import { findingAt, textOf, type LookPart } from './look-file.ts';
import { listPublicFolder, publicFolder } from './public-folder.ts';

/**
 * The publication's own style sheet: CSS that can be parsed, and that loads nothing but files in `public/`, as the content
 * security policy of pages asks. Their addresses get the path of the site.
 */
export async function readOwnStyles(
  root: string,
  publication: Pick<Publication, 'address' | 'lang'>,
  bytes: Buffer,
): Promise<LookPart<NamedStyles>> {
  const text = textOf(bytes);
  if (typeof text !== 'string') return { findings: [text] };
  const { linked } = addressesOf(publication);
  const files = new Set(listPublicFolder(root).files);
  const loads = loadsIn(text);
  const findings = [
    ...(await mistakesIn(text)),
    ...loads.flatMap((load) => {
      const problem = problemOfLoad(load, files);
      return problem ? [findingAt(load, ...problem)] : [];
    }),
  ];
  if (findings.length > 0) return { findings };
  const css = loads.reduceRight(
    (rest, { address, start, end }) =>
      `${rest.slice(0, start)}${rest.slice(start, end).replace(address, () => linked(address))}${rest.slice(end)}`,
    text,
  );
  return { part: namedStyles('custom', css) };
}

/** What a style sheet loads by an address, or a rule that imports another, at its place in the text. */
interface Load {
  readonly address: string;
  readonly isImport?: true;
  /** A name of what loads that is written with escapes. */
  readonly isEscaped?: true;
  readonly start: number;
  readonly end: number;
}

type Place = Pick<Load, 'start' | 'end'>;

/** Where PostCSS cannot go on, and what it lets pass that browsers drop. */
async function mistakesIn(text: string): Promise<Finding[]> {
  // Few publications have a style sheet of their own.
  const { default: postcss } = await import('postcss');
  const findings: Finding[] = [];
  try {
    const sheet = postcss.parse(text);
    sheet.each((node) => {
      const start = node.source?.start?.offset ?? 0;
      if (node.type === 'decl')
        findings.push(
          findingAt(
            { start, end: start + node.prop.length },
            `Unexpected ${quote(node.prop)} outside of a rule`,
            'write it in a block, such as :root { … }',
          ),
        );
      else if (node.type === 'rule' && node.selector.includes('//'))
        findings.push(
          findingAt(
            { start, end: start + 2 },
            'Unexpected "//" before a rule, which browsers drop with it',
            'write a comment between /* and */',
          ),
        );
    });
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    const at = placeOf(error, text);
    const [advice = 'end each declaration with ";" and each block with "}"'] = advices.flatMap(
      ([reason, each]) => (reason.test(error.reason) ? [each] : []),
    );
    const reason = error.reason.charAt(0).toLowerCase() + error.reason.slice(1);
    findings.push(findingAt(at, `Unexpected CSS that browsers cannot read: ${reason}`, advice));
  }
  return findings;
}

const advices: readonly (readonly [reason: RegExp, advice: string])[] = [
  [/^Unknown word \/\//, 'write a comment between /* and */'],
  [/^Missed semicolon/, 'write ";" behind the declaration before'],
  [/^Unknown word/, 'write declarations as "name: value;", in a block behind a selector'],
  [/^Unexpected }/, 'remove it, or open its block with "{"'],
  [/^Unclosed comment/, 'end it with */'],
];

/** Of a word the whole, of a line that does not end its last character. */
function placeOf(
  { reason, line = 1, column = 1, endLine, endColumn = 0 }: CssSyntaxError,
  text: string,
): Place {
  let start = 0;
  for (let at = 1; at < line; at += 1) start = text.indexOf('\n', start) + 1;
  if (/^Missed semicolon/.test(reason)) {
    const written = /^.*\S/.exec(text.slice(start))?.[0].length ?? 1;
    return { start: start + written - 1, end: start + written };
  }
  const length = endLine === line ? endColumn - column : 1;
  return { start: start + column - 1, end: start + column - 1 + Math.max(1, length) };
}

/** Comments; rules that import; names of namespaces, which only look like addresses; functions that load; and strings. */
const parts =
  /\/\*(?:[^]*?\*\/|[^]*)|(?<imports>@import)\b[^;]*|@namespace\b[^;]*|\burl\(\s*(?:"(?<double>(?:[^"\\]|\\[^])*)"|'(?<single>(?:[^'\\]|\\[^])*)'|(?<bare>(?:[^)"'\s\\]|\\[^])*))|(?<escaped>(?<![\w-])@?[\w-]*\\(?:[\w-]|\\[^])*(?:(?<=\\[\da-f]{1,6})\s[\w-]*)*)|"(?<text>(?:[^"\\\n]|\\[^])*)"|'(?<other>(?:[^'\\\n]|\\[^])*)'/gi;

const loading = /^(?:url|src|(?:-webkit-)?image-set|@import)$/i;

/** The text without escapes (CSS Syntax, 4.3.7). */
function unescaped(text: string): string {
  return text.replace(
    /\\(?:([\da-f]{1,6})(?:\r\n|\s)?|(?:\r\n|[\n\f\r])|([^]))/gi,
    (_, hex?: string, sign = '') => {
      if (hex === undefined) return sign as string;
      const point = Number.parseInt(hex, 16);
      return point === 0 || point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
    },
  );
}

function loadsIn(text: string): Load[] {
  return Array.from(text.matchAll(parts)).flatMap(({ 0: whole, index, groups = {} }) => {
    const { double, single, bare, text: string, other, imports } = groups;
    const { escaped } = groups;
    if (escaped !== undefined && loading.test(unescaped(escaped)))
      return [{ address: escaped, isEscaped: true, start: index, end: index + escaped.length }];
    if (imports !== undefined)
      return [{ address: '', isImport: true, start: index, end: index + imports.length }];
    const inFunction = double ?? single ?? bare;
    const address = inFunction ?? (isLoadedString(text, index) ? (string ?? other) : undefined);
    if (address === undefined) return [];
    const end = index + whole.length - (bare === undefined ? 1 : 0);
    return [{ address, start: end - address.length, end }];
  });
}

/** Whether a string is an address: that of an image in a set, or of a source. */
function isLoadedString(text: string, at: number): boolean {
  const start = Math.max(...[';', '{', '}'].map((sign) => text.lastIndexOf(sign, at)));
  return /\b(?:image-set|src)\((?:[^()]|\([^()]*\))*$/i.test(text.slice(start + 1, at));
}

/** Why the policy of pages, or its absence, keeps an address from being loaded. */
function problemOfLoad(
  { address: written, isImport, isEscaped }: Load,
  files: ReadonlySet<string>,
): readonly [message: string, advice: string] | undefined {
  if (isImport) return ['Unexpected @import, expected all rules in this file', 'copy its rules here'];
  const address = unescaped(written);
  if (isEscaped) return [`Unexpected ${quote(written)}, expected "${address}"`, 'write it without escapes'];
  if (address.startsWith('#')) return undefined;
  const [path = ''] = address.split(/[?#]/);
  const name = basename(path);
  const [known] = [...files].filter((file) => basename(file) === name);
  const own = `put the file in ${publicFolder}/ and write url(/${known ?? (/^[\w.-]+$/.test(name) && !address.startsWith('data:') ? name : 'its-name.svg')})`;
  if (/^data:/i.test(address))
    return ['Unexpected file within the style sheet, which the policy of pages does not allow', own];
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
    return [
      `Unexpected address ${quote(address)} on another host, which the policy of pages does not allow`,
      own,
    ];
  if (!written.startsWith('/'))
    return [`Unexpected address ${quote(address)}, expected one of this site that begins with a slash`, own];
  if (files.has(decoded(path.slice(1)))) return undefined;
  const nearest = nearestOf(path.slice(1), [...files]);
  return [
    `Unexpected address ${quote(address)}, expected that of a file in ${publicFolder}/`,
    nearest === undefined ? own : `did you mean "/${nearest}"?`,
  ];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
