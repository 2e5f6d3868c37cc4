import type { Program } from 'estree';
import type { Root } from 'mdast';
import type { Range } from '../diagnostics/diagnostic.ts';
import { nodesOf, rangeOf } from './nodes.ts';

/** A file or package that a page imports. */
export interface PageImport {
  readonly from: string;
  readonly range: Range;
  /** What it takes from there, by the names that it has there: `default` for the default export. */
  readonly names: readonly Named[];
  /** What the page calls it. */
  readonly locals: readonly string[];
}

export interface Named {
  readonly name: string;
  readonly range: Range;
}

/** What the code of a page needs to have from elsewhere. */
export interface PageCode {
  readonly imports: readonly PageImport[];
  /** Names that nothing defines. */
  readonly unknown: readonly Named[];
  /** Tags with a capital letter or a dot whose component nothing defines. */
  readonly unknownComponents: readonly Named[];
}

/** A node of ESTree with its place, as the parser of MDX gives it; which fields it has depends on its type. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** What MDX and Astro give each page beside the globals of Node. */
const given: ReadonlySet<string> = new Set([
  'arguments',
  'components',
  'file',
  'Fragment',
  'frontmatter',
  'props',
  'url',
]);

/**
 * Reads the code of a page that was parsed with it. A name counts as defined wherever its own piece of code defines it: what
 * is reported as unknown is unknown beyond doubt.
 */
export function codeOf(tree: Root): PageCode {
  const modules = nodesOf(tree, 'mdxjsEsm').map(({ data }) => data?.estree);
  const imports: PageImport[] = [];
  const defined = new Set(given);
  for (const node of modules.flatMap(bodyOf)) {
    for (const name of definedBy(node)) defined.add(name);
    const source = node['source'];
    if (isNode(source)) imports.push(importOf(node, source));
  }
  const found = [...modules, ...piecesOf(tree)]
    .filter((piece) => piece != null)
    .map((piece) => readPiece(piece));
  const isUnknown = ({ name }: Named): boolean => !defined.has(name) && !(name in globalThis);
  const isComponentUnknown = ({ name }: Named): boolean => !defined.has(name);
  // A page may export what stands for its tags.
  const setsComponents = modules.flatMap(bodyOf).some((node) => [...definedBy(node)].includes('components'));
  return {
    imports: [...imports, ...found.flatMap(({ imports: inside }) => inside)],
    unknown: found.flatMap(({ names }) => names).filter(isUnknown),
    unknownComponents: setsComponents
      ? []
      : [...tagsOf(tree), ...found.flatMap(({ components }) => components)].filter(isComponentUnknown),
  };
}

/** Every expression of a page that is read when the page is made: in braces, in attributes, and after `export const x =`. */
export function expressionsOf(tree: Root): Range[] {
  const ofModules = nodesOf(tree, 'mdxjsEsm')
    .flatMap(({ data }) => bodyOf(data?.estree))
    .flatMap((statement) => {
      const declaration = isNode(statement['declaration']) ? statement['declaration'] : statement;
      return declaration.type === 'VariableDeclaration' ? partsIn(declaration['declarations']) : [];
    })
    .map(({ init }) => init);
  const ofBraces = piecesOf(tree)
    .flatMap(bodyOf)
    .map((statement) => {
      const expression = statement['expression'];
      // `{...props}` of a tag is an object with one spread.
      const [spread] = isNode(expression) ? partsIn(expression['properties']) : [];
      return spread?.type === 'SpreadElement' ? spread['argument'] : expression;
    });
  return [...ofModules, ...ofBraces].filter(isNode).map(placeOf);
}

/** The tags that stand for components, each by the first part of its name. */
export function tagsOf(tree: Root): Named[] {
  return nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement').flatMap((tag) => {
    const name = tag.name ?? '';
    const { start } = rangeOf(tag);
    return /^[A-Z]|\./.test(name)
      ? [{ name: name.split('.')[0] ?? '', range: { start, end: start + 1 + name.length } }]
      : [];
  });
}

/** The code in braces and attributes. */
function piecesOf(tree: Root): (Program | null | undefined)[] {
  return [
    ...nodesOf(tree, 'mdxFlowExpression', 'mdxTextExpression').map(({ data }) => data?.estree),
    ...nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement').flatMap(({ attributes }) =>
      attributes.map((attribute) =>
        attribute.type === 'mdxJsxExpressionAttribute'
          ? attribute.data?.estree
          : typeof attribute.value === 'object'
            ? attribute.value?.data?.estree
            : undefined,
      ),
    ),
  ];
}

function bodyOf(program: Program | null | undefined): Node[] {
  return (program?.body ?? []) as unknown as Node[];
}

/** Names that a statement gives the whole page. */
function definedBy(statement: Node): Set<string> {
  const names = new Set<string>();
  const declaration = isNode(statement['declaration']) ? statement['declaration'] : statement;
  for (const part of partsOf(declaration)) {
    if (part.type === 'VariableDeclarator' || /^Import.*Specifier$/.test(part.type)) bind(part, names);
  }
  if (/^(?:Function|Class)Declaration$/.test(declaration.type)) bind(declaration, names);
  return names;
}

/** Adds the names that a node makes. */
function bind(node: Node, names: Set<string>): void {
  const patterns = [node['id'], node['local'], node['param'], ...partsIn(node['params'])];
  for (const pattern of patterns) for (const name of namesOfPattern(pattern)) names.add(name);
}

function namesOfPattern(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [String(pattern['name'])];
    case 'ObjectPattern':
      return partsIn(pattern['properties']).flatMap((property) =>
        namesOfPattern(property.type === 'Property' ? property['value'] : property),
      );
    case 'ArrayPattern':
      return partsIn(pattern['elements']).flatMap(namesOfPattern);
    case 'AssignmentPattern':
      return namesOfPattern(pattern['left']);
    default:
      return namesOfPattern(pattern['argument']);
  }
}

interface Piece {
  readonly names: readonly Named[];
  readonly components: readonly Named[];
  readonly imports: readonly PageImport[];
}

/** What one piece of code uses and does not define itself. */
function readPiece(program: Program): Piece {
  const bound = new Set<string>();
  const names: Named[] = [];
  const components: Named[] = [];
  const imports: PageImport[] = [];
  const read = (node: Node, isName: boolean, place = placeOf(node)): void => {
    if (node.type !== 'ExportSpecifier') bind(node, bound);
    const source = node['source'];
    if (node.type === 'ImportExpression' && isNode(source) && typeof source['value'] === 'string')
      imports.push({ from: source['value'], range: placeOf(source), names: [], locals: [] });
    if (node.type === 'Identifier' && isName) names.push({ name: String(node['name']), range: place });
    if (node.type === 'JSXOpeningElement') {
      const component = componentOf(node['name']);
      if (component) components.push(component);
    }
    // What is exported from another file is no name of this one.
    if (isNode(source) && node.type.startsWith('Export')) return;
    for (const [field, value] of Object.entries(node)) {
      const parts = Array.isArray(value) ? partsIn(value) : isNode(value) ? [value] : [];
      // `{ a }` is one node in two fields, and the parser of MDX moves it twice.
      const isShort = node['shorthand'] === true;
      for (const part of parts) read(part, !isLabel(node, field), isShort ? place : placeOf(part));
    }
  };
  read(program as unknown as Node, false);
  const isFree = ({ name }: Named): boolean => !bound.has(name);
  return { names: names.filter(isFree), components: components.filter(isFree), imports };
}

/** Whether an identifier in a field of a node is a mere word there: `b` of `a.b`, `{ b: 1 }`, `break b`. */
function isLabel(node: Node, field: string): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return field === 'property' && node['computed'] !== true;
    case 'Property':
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return field === 'key' && node['computed'] !== true;
    case 'ImportSpecifier':
      return field === 'imported';
    case 'ExportSpecifier':
      return field === 'exported';
    case 'ExportAllDeclaration':
    case 'MetaProperty':
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return true;
    default:
      return false;
  }
}

function componentOf(name: unknown): Named | undefined {
  if (!isNode(name)) return undefined;
  if (name.type === 'JSXMemberExpression') return componentOf({ ...(name['object'] as Node), isPart: true });
  const word = String(name['name']);
  const isComponent = name.type === 'JSXIdentifier' && (name['isPart'] === true || /^[A-Z]/.test(word));
  return isComponent ? { name: word, range: placeOf(name) } : undefined;
}

function importOf(node: Node, source: Node): PageImport {
  const specifiers = partsIn(node['specifiers']);
  const names = specifiers.flatMap((specifier): Named[] => {
    const word = node.type === 'ImportDeclaration' ? specifier['imported'] : specifier['local'];
    if (specifier.type === 'ImportDefaultSpecifier') return [{ name: 'default', range: placeOf(specifier) }];
    return isNode(word) && word.type === 'Identifier'
      ? [{ name: String(word['name']), range: placeOf(specifier) }]
      : [];
  });
  const locals = specifiers.flatMap(({ local }) => (isNode(local) ? [String(local['name'])] : []));
  return { from: String(source['value']), range: placeOf(source), names, locals };
}

function partsOf(node: Node): Node[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? partsIn(value) : isNode(value) ? [value] : [],
  );
}

function partsIn(value: unknown): Node[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function placeOf({ start, end }: Node): Range {
  return { start, end };
}
