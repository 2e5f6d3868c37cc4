import { isNode, parseDocument, visit, type Document, type ParsedNode } from 'yaml';
import { settingsFile } from '../brief/briefs-folder.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { conflictsIn, findingsOfConflicts } from '../markdown/conflicts.ts';
import { fieldsOfFrontMatter, type FieldSource, type Path } from '../markdown/field-places.ts';
import { mistakesIn } from '../markdown/front-matter-mistakes.ts';
import { findingsOfYaml } from '../markdown/yaml-findings.ts';
import { valuesOf } from '../markdown/yaml-values.ts';

/** The settings as written, with the position of each value. */
export interface SettingsSource extends FieldSource {
  readonly text: string;
  /** Undefined if they cannot be parsed. */
  readonly values: unknown;
  /** Why the file cannot be parsed. */
  readonly findings: readonly Finding[];
}

/** Characters of a settings file; a thousand topics take a quarter. */
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

/** YAML 1.2's core schema, which editors use too: numbers and booleans are values, dates are text. */
function documentOf(text: string): Document | undefined {
  try {
    return parseDocument(text, { schema: 'core', prettyErrors: false, logLevel: 'error' });
  } catch {
    // The stack overflows if it is nested too deeply.
    return undefined;
  }
}

function findingsOfDocument(document: Document, text: string): Finding[] {
  const conflicts = findingsOfConflicts(text, conflictsIn(text));
  if (conflicts.length > 0) return conflicts;
  const mistakes = [
    ...unquotedColours(text),
    ...(document.errors.length > 0 ? indentedSettings(text) : []),
    ...mistakesIn(text, 0, document.errors.length > 0),
  ];
  const found = mistakes.length > 0 ? mistakes : findingsOfYaml(document, text, 0, settingsFile);
  return found.map(({ note, ...finding }) => ({
    ...finding,
    code: 'settings-code',
    // Settings are not fixed automatically.
    ...(note === undefined ? {} : { note: { ...note, text: note.text.replace(/,? or run `[^`]*`/, '') } }),
  }));
}

/** An indented setting below one that already has a value. */
function indentedSettings(text: string): Finding[] {
  return [...text.matchAll(/(?<=^\w+:[ \t]+[^\s#].*(?:\r\n?|\n))[ \t]+(?=(\w+):(?:\s|$))/gm)].map(
    ({ 0: spaces, 1: name = '', index }) => ({
      code: 'settings-code',
      range: { start: index, end: index + spaces.length },
      message: `Unexpected spaces before ${quote(name)}, expected it below the setting above`,
      note: { text: 'delete the spaces: start a setting in the first column' },
    }),
  );
}

/** In YAML, `#` after a space starts a comment, so the value would be empty, or a list unclosed. */
function unquotedColours(text: string): Finding[] {
  return [...text.matchAll(/(?<=^[^#'"\n]*:[ \t]+)#[0-9a-f]{3,8}\b/gim)].map(({ 0: colour, index }) => ({
    code: 'settings-code',
    range: { start: index, end: index + colour.length },
    message: `Unexpected colour ${quote(colour)} without quotation marks, which YAML reads as a comment`,
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
        : 'Unexpected YAML that is nested too deeply',
  };
}

function toAdd(path: Path, document: Document): string {
  const name = String(path.at(-1));
  if (path.join('.') === 'identity') {
    const { hostname = 'news.example' } = URL.parse(String(document.get('address'))) ?? {};
    // The same value that `npm run setup` writes for a new publication.
    return `add a line \`identity: { authority: ${hostname}, year: ${Temporal.Now.plainDateISO().year} }\``;
  }
  return `add a line \`${name}: …\`${path.length > 1 ? ' here' : ''}`;
}

/** The value of a setting; undefined removes it. */
export type SettingValue =
  string | number | boolean | readonly SettingValue[] | { readonly [name: string]: SettingValue } | undefined;

/** A setting by its name or its path, and its new value. */
export type SettingChange = readonly [name: string | readonly string[], SettingValue];

/** Changes some settings in the file. New ones are appended, and everything else stays, including comments. */
export function editSettings(text: string, changes: readonly SettingChange[]): string {
  const document = parseDocument(text);
  for (const [name, value] of changes) {
    const path = [name].flat();
    if (value === undefined) {
      document.deleteIn(path);
      continue;
    }
    const before = document.getIn(path, true);
    const node = document.createNode(value, { flow: isShort(value) });
    if (isNode(before)) Object.assign(node, { comment: before.comment, commentBefore: before.commentBefore });
    document.setIn(path, node);
  }
  return document.toString(layout);
}

/** All settings as a new file. */
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

/** Does not wrap long lines. */
const layout = { lineWidth: 0, singleQuote: true } as const;

/** Whether a value fits on one line. */
function isShort(value: unknown): boolean {
  return JSON.stringify(value).length <= 60;
}
