import { isNode, parseDocument, visit, type Document, type ParsedNode } from 'yaml';
import { settingsFile } from '../brief/briefs-folder.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { conflictsIn, findingsOfConflicts } from '../markdown/conflicts.ts';
import { fieldsOfFrontMatter, type FieldSource, type Path } from '../markdown/field-places.ts';
import { slipsIn } from '../markdown/front-matter-slips.ts';
import { findingsOfYaml } from '../markdown/yaml-findings.ts';
import { valuesOf } from '../markdown/yaml-values.ts';

/** The settings as they are written, with the place of each value. */
export interface SettingsSource extends FieldSource {
  readonly text: string;
  /** Undefined if they cannot be read. */
  readonly values: unknown;
  /** What keeps the file from being read. */
  readonly findings: readonly Finding[];
}

/** Characters of a settings file: a thousand topics take a quarter of them. */
const maxSettingsLength = 500_000;

export function parseSettings(text: string): SettingsSource {
  const range = { start: 0, end: Math.min(1, text.length) };
  const read = text.length > maxSettingsLength ? undefined : documentOf(text);
  const findings = read ? findingsOfDocument(read, text) : [unreadable(text)];
  const document = read ?? parseDocument('');
  const values = findings.length > 0 ? undefined : (valuesOf(document, range, findings) ?? undefined);
  const fields = fieldsOfFrontMatter({ document, values, offset: 0, range });
  return {
    ...fields,
    text,
    values,
    findings,
    name: 'the settings',
    rangeOf: (path) => (path.length === 0 ? range : fields.rangeOf(path)),
    toAdd: (path) => toAdd(path, document),
  };
}

/** YAML 1.2's core schema, which editors read by too: numbers and true or false are values, a date is a text. */
function documentOf(text: string): Document | undefined {
  try {
    return parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'error' });
  } catch {
    // The stack overflows where it nests too deeply.
    return undefined;
  }
}

function findingsOfDocument(document: Document, text: string): Finding[] {
  const conflicts = findingsOfConflicts(text, conflictsIn(text));
  if (conflicts.length > 0) return conflicts;
  const slips = [
    ...unquotedColours(text),
    ...(document.errors.length > 0 ? indentedSettings(text) : []),
    ...slipsIn(text, 0, document.errors.length > 0),
  ];
  const found = slips.length > 0 ? slips : findingsOfYaml(document, text, 0, settingsFile);
  return found.map(({ note, ...finding }) => ({
    ...finding,
    code: 'settings-code',
    // Only briefs are fixed by a program.
    ...(note === undefined ? {} : { note: { ...note, text: note.text.replace(/,? or run `[^`]*`/, '') } }),
  }));
}

/** A setting that begins further to the right than the one above it, which has its value already. */
function indentedSettings(text: string): Finding[] {
  return [...text.matchAll(/(?<=^\w+:[ \t]+[^\s#].*(?:\r\n?|\n))[ \t]+(?=(\w+):(?:\s|$))/gm)].map(
    ({ 0: spaces, 1: name = '', index }) => ({
      code: 'settings-code',
      range: { start: index, end: index + spaces.length },
      message: `Unexpected spaces before ${quote(name)}, expected it below the setting above`,
      note: { text: 'delete the spaces: a setting begins in the first column' },
    }),
  );
}

/** To YAML, `#` behind a space begins a comment: the value would be nothing, or a list without an end. */
function unquotedColours(text: string): Finding[] {
  return [...text.matchAll(/(?<=^[^#'"\n]*:[ \t]+)#[0-9a-f]{3,8}\b/gim)].map(({ 0: colour, index }) => ({
    code: 'settings-code',
    range: { start: index, end: index + colour.length },
    message: `Unexpected colour ${quote(colour)} without quotation marks, which YAML takes for a comment`,
    note: { text: `write '${colour}'` },
  }));
}

function unreadable(text: string): Finding {
  return {
    code: 'settings-code',
    range: { start: 0, end: 1 },
    message:
      text.length > maxSettingsLength
        ? `Unexpected settings of ${text.length} characters, expected at most ${maxSettingsLength}`
        : 'Unexpected YAML: it nests too deeply to be read',
  };
}

function toAdd(path: Path, document: Document): string {
  const name = String(path.at(-1));
  if (path.join('.') === 'identity') {
    const { hostname = 'news.example' } = URL.parse(String(document.get('address'))) ?? {};
    // What `npm run setup` would write for a new publication.
    return `add a line \`identity: { authority: ${hostname}, year: ${Temporal.Now.plainDateISO().year} }\``;
  }
  return `add a line \`${name}: …\`${path.length > 1 ? ' here' : ''}`;
}

/** A value of a setting, or undefined for one that is to be left out. */
export type SettingValue =
  string | number | boolean | readonly string[] | { readonly [name: string]: SettingValue } | undefined;

/**
 * The file with some settings written otherwise: each at its place, a new one behind those before it, and everything else,
 * comments among it, as it was.
 */
export function editSettings(
  text: string,
  changes: readonly (readonly [name: string, SettingValue])[],
): string {
  const document = parseDocument(text);
  for (const [name, value] of changes) {
    if (value === undefined) {
      document.delete(name);
      continue;
    }
    const before = document.get(name, true);
    const node = document.createNode(value, { flow: isShort(value) });
    if (isNode(before)) Object.assign(node, { comment: before.comment, commentBefore: before.commentBefore });
    document.set(name, node);
  }
  return document.toString(layout);
}

/** All settings as a file of their own. */
export function writeSettings(values: Readonly<Record<string, SettingValue>>): string {
  const document = parseDocument('');
  document.contents = document.createNode(values) as ParsedNode;
  visit(document, {
    Map: (_key, node) => {
      node.flow = isShort(node.toJSON());
    },
    Seq: (_key, node) => {
      node.flow = isShort(node.toJSON());
    },
  });
  return document.toString(layout);
}

/** Long lines stay as they are written. */
const layout = { lineWidth: 0, singleQuote: true } as const;

/** What a reader takes in on one line. */
function isShort(value: unknown): boolean {
  return JSON.stringify(value).length <= 60;
}
