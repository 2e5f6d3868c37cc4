import ts from 'typescript';
import type { FieldSource, Path } from '../brief/field-findings.ts';
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
    toAdd: (path) => `add \`${String(path.at(-1))}: …,\` ${path.length > 1 ? 'here' : 'to `site`'}`,
    toList: (path) => `write a list, such as ${String(path.at(-1))}: ['one', 'two']`,
  };
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
