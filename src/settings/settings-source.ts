import ts from 'typescript';
import type { FieldSource, Path } from '../markdown/field-places.ts';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';

/** The settings as they are written: `export const site = { … }`, with the place of each value. */
export interface SettingsSource extends FieldSource {
  readonly text: string;
  /** What keeps the file from being read as TypeScript. */
  readonly findings: readonly Finding[];
}

/** Only read when something is wrong, since TypeScript takes longer to load than most builds of one brief. */
export function parseSettings(text: string, values: unknown): SettingsSource {
  const file = ts.createSourceFile('site.ts', text, ts.ScriptTarget.Latest, true);
  const settings = settingsOf(file);
  const whole = settings ? rangeOf(settings) : { start: 0, end: 0 };
  const valueAt = (path: Path): unknown => path.reduce<unknown>(memberOf, values);
  return {
    text,
    findings: syntaxErrors(file).map(({ start, length, messageText }) => ({
      code: 'settings-code',
      range: { start, end: start + Math.max(length, 1) },
      message: `Unexpected TypeScript: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    })),
    name: 'the settings',
    has: (path) => valueAt(path) !== undefined,
    valueAt,
    rangeOf: (path) => {
      const { node, depth } = nodeAt(settings, path);
      if (!node || depth === 0) return { start: whole.start, end: whole.start + 1 };
      return rangeOf(ts.isPropertyAssignment(node) ? node.initializer : node);
    },
    rangeOfKey: (path) => {
      const { node } = nodeAt(settings, path);
      return node ? rangeOf(ts.isPropertyAssignment(node) ? node.name : node) : whole;
    },
    toAdd: (path) =>
      `add \`${String(path.at(-1))}: ${path.join() === 'identity' ? identityOf(valueAt(['address'])) : '…'},\` ${path.length > 1 ? 'here' : 'to `site`'}`,
    toList: (path, fields) =>
      `write a list, such as ${String(path.at(-1))}: [${fields.length > 0 ? exampleOf(fields) : "'one', 'two'"}]`,
    toMap: (path, fields) => `write ${String(path.at(-1))}: ${exampleOf(fields)}`,
    toText: (path) => `write ${String(path.at(-1))}: '…'`,
  };
}

function exampleOf(fields: readonly string[]): string {
  return `{ ${fields.map((field) => `${field}: '…'`).join(', ')} }`;
}

/** What `npm run setup` would write for a new publication. */
function identityOf(address: unknown): string {
  const { hostname = 'news.example' } = URL.parse(String(address)) ?? {};
  return literalOf({ authority: hostname, year: Temporal.Now.plainDateISO().year });
}

/** A value of a setting, or undefined for one that is to be left out. */
export type SettingValue =
  string | number | readonly string[] | { readonly [name: string]: SettingValue } | undefined;

/**
 * The file with some settings written otherwise: each at its place, a new one behind those before it, and everything else,
 * comments among it, as it was. Throws if there is no `export const site = { … }`.
 */
export function editSettings(
  text: string,
  changes: readonly (readonly [name: string, SettingValue])[],
): string {
  const file = ts.createSourceFile('site.ts', text, ts.ScriptTarget.Latest, true);
  const settings = settingsOf(file);
  if (!settings || !ts.isObjectLiteralExpression(settings)) {
    throw new Error('src/site.ts has no `export const site: Publication = { … }` to write into.');
  }
  const edits: (Range & { readonly words: string })[] = [];
  let behind = settings.getStart() + 1;
  for (const [name, value] of changes) {
    const property = childOf(settings, name);
    if (property && ts.isPropertyAssignment(property)) {
      const { start, end } = rangeOf(value === undefined ? property : property.initializer);
      if (value !== undefined) edits.push({ start, end, words: literalOf(value) });
      // With the line's white space and its comma.
      else
        edits.push({
          start: text.lastIndexOf('\n', start),
          end: text[end] === ',' ? end + 1 : end,
          words: '',
        });
      behind = text[property.end] === ',' ? property.end + 1 : property.end;
    } else if (value !== undefined) {
      edits.push({ start: behind, end: behind, words: `\n  ${name}: ${literalOf(value)},` });
    }
  }
  // From the last, so that the places of the others still hold; of two at one place the later stands behind.
  return edits
    .map((edit, at) => ({ ...edit, at }))
    .sort((one, other) => other.start - one.start || other.at - one.at)
    .reduce((so, { start, end, words }) => so.slice(0, start) + words + so.slice(end), text);
}

function literalOf(value: Exclude<SettingValue, undefined>): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    const quoted = JSON.stringify(value);
    if (value.includes("'")) return quoted;
    return `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
  }
  if (isList(value)) return `[${value.map(literalOf).join(', ')}]`;
  const fields = Object.entries(value).flatMap(([name, inner]) =>
    inner === undefined ? [] : [`${name}: ${literalOf(inner)}`],
  );
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function isList(value: SettingValue): value is readonly string[] {
  return Array.isArray(value);
}

/** TypeScript keeps these to itself, but for the whole program that it would have to read. */
function syntaxErrors(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (file as unknown as { parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}

function settingsOf(file: ts.SourceFile): ts.Expression | undefined {
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && name.text === 'site') return initializer && plain(initializer);
    }
  }
  return undefined;
}

/** The node of the last step that is written there; what is made elsewhere stands for its parts. */
function nodeAt(
  settings: ts.Expression | undefined,
  path: Path,
): { node: ts.Node | undefined; depth: number } {
  let node: ts.Node | undefined = settings;
  let depth = 0;
  for (const step of path) {
    const value: ts.Node | undefined = node && ts.isPropertyAssignment(node) ? plain(node.initializer) : node;
    const next = value && childOf(value, step);
    if (!next) break;
    node = next;
    depth += 1;
  }
  return { node, depth };
}

function childOf(node: ts.Node, step: PropertyKey): ts.Node | undefined {
  if (ts.isArrayLiteralExpression(node)) {
    const item = node.elements[Number(step)];
    return item && plain(item);
  }
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.find(
    ({ name }) =>
      name !== undefined &&
      (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) &&
      name.text === String(step),
  );
}

/** An expression without the types that are said of it. */
function plain(expression: ts.Expression): ts.Expression {
  return ts.isSatisfiesExpression(expression) ||
    ts.isAsExpression(expression) ||
    ts.isParenthesizedExpression(expression)
    ? plain(expression.expression)
    : expression;
}

function rangeOf(node: ts.Node): Range {
  return { start: node.getStart(), end: node.end };
}

function memberOf(value: unknown, step: PropertyKey): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<PropertyKey, unknown>)[step]
    : undefined;
}
