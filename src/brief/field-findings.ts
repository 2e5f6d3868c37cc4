import { isMap, isNode, isPair, isScalar, type Node, type Pair } from 'yaml';
import type * as z from 'zod';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { FrontMatterSource } from './draft.ts';
import { nearestOf } from './nearest.ts';
import type { Complaint } from './schema.ts';

type Path = readonly PropertyKey[];

/** What the schema objects to, each at the field's own place, with the nearest known name for an unknown field. */
export function findingsOf(error: z.ZodError, source: FrontMatterSource, schema: z.ZodType): Finding[] {
  return error.issues.flatMap((issue) => findingsOfIssue(issue, source, schema));
}

/** Where the value of a field stands in the file; the key of a field that has none; else the block's first line. */
export function rangeOfField(source: FrontMatterSource, path: Path): Range {
  if (path.length === 0) return { start: source.range.start, end: source.range.start + 3 };
  const node = source.document.getIn(path, true);
  if (isNode(node) && node.range && node.range[1] > node.range[0]) return rangeOfNode(source, node);
  const key = keyAt(source, path);
  if (key) return rangeOfNode(source, key);
  return rangeOfField(source, path.slice(0, -1));
}

/** Where the name of a field stands in the file. */
export function rangeOfKey(source: FrontMatterSource, path: Path): Range {
  const key = keyAt(source, path);
  return key ? rangeOfNode(source, key) : rangeOfField(source, path);
}

function findingsOfIssue(issue: z.core.$ZodIssue, source: FrontMatterSource, schema: z.ZodType): Finding[] {
  const name = nameOf(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'field-unknown',
        range: rangeOfKey(source, [...issue.path, key]),
        message: `Unexpected field ${quote(key)}${issue.path.length > 0 ? ` in ${name}` : ''}`,
        note: { text: nearestName(key, fieldNames(schema, issue.path)) },
      }));
    case 'invalid_type':
      return [
        hasField(source, issue.path)
          ? wrongType(issue, source, name, fieldNames(schema, issue.path))
          : missing(issue.path, source, name),
      ];
    case 'invalid_value':
      return [wrongValue(issue, source, name)];
    case 'too_small':
      return [
        {
          code: 'field-missing',
          range: rangeOfField(source, issue.path),
          message: `Unexpected empty ${name}, expected at least one`,
        },
      ];
    case 'too_big':
      return [
        {
          code: 'field-length',
          range: rangeOfField(source, issue.path),
          message: `Unexpected number of ${name}, expected at most ${issue.maximum}`,
        },
      ];
    case 'custom': {
      // Only `complain` in `schema.ts` makes these.
      const { code, found, expected } = issue.params as unknown as Complaint;
      const message = `Unexpected ${found} in ${name}, expected ${expected}`;
      return [{ code, range: rangeOfField(source, issue.path), message }];
    }
    default:
      return [
        {
          code: 'field-type',
          range: rangeOfField(source, issue.path),
          message: `Unexpected ${name}: ${issue.message}`,
        },
      ];
  }
}

function missing(
  path: Path,
  source: FrontMatterSource,
  name: string,
  values: readonly string[] = [],
): Finding {
  const wanted = values.length > 0 ? `, one of ${listOf(values)}` : '';
  return {
    code: 'field-missing',
    range: rangeOfField(source, path.slice(0, -1)),
    message: `Expected the field ${name}${wanted}`,
    note: {
      text: `add a line "${String(path.at(-1))}: …" ${path.length > 1 ? 'here' : 'to the front matter'}`,
    },
  };
}

function wrongValue(issue: z.core.$ZodIssueInvalidValue, source: FrontMatterSource, name: string): Finding {
  const values = issue.values.map(String);
  if (!hasField(source, issue.path)) return missing(issue.path, source, name, values);
  const given: unknown = source.document.getIn(issue.path);
  const range = rangeOfField(source, issue.path);
  const expected = `expected ${listOf(values)}`;
  if (given === '') return { code: 'field-missing', range, message: `Unexpected empty ${name}, ${expected}` };
  const nearest = typeof given === 'string' ? nearestOf(given.toLowerCase(), values) : undefined;
  return {
    code: 'field-value',
    range,
    message: `Unexpected value of ${name}, ${expected}`,
    ...(nearest === undefined ? {} : { note: { text: `did you mean "${nearest}"?` } }),
  };
}

function wrongType(
  issue: z.core.$ZodIssueInvalidType,
  source: FrontMatterSource,
  name: string,
  fields: readonly string[],
): Finding {
  const kinds: Record<string, string> = { string: 'text', array: 'a list', object: 'fields of its own' };
  return {
    code: 'field-type',
    range: rangeOfField(source, issue.path),
    message: `Unexpected kind of value in ${name}, expected ${kinds[issue.expected] ?? issue.expected}`,
    ...(issue.expected === 'array'
      ? { note: { text: `write a list, such as ${String(issue.path.at(-1))}: [one, two]` } }
      : {}),
    ...(issue.expected === 'object' ? { note: { text: `its fields are ${fields.join(', ')}` } } : {}),
  };
}

function nearestName(key: string, names: readonly string[]): string {
  const nearest = nearestOf(key, names);
  return nearest === undefined ? `known fields are ${names.join(', ')}` : `did you mean "${nearest}"?`;
}

/** Names of the fields that the schema knows at a path; a list's items stand for the list. */
function fieldNames(schema: z.ZodType, path: Path): string[] {
  let current = unwrap(schema);
  for (const step of path) {
    const definition = current.def;
    if (definition.type === 'array') current = unwrap((definition as z.core.$ZodArrayDef<z.ZodType>).element);
    else if (definition.type === 'object') {
      const inner = (definition as z.core.$ZodObjectDef).shape[String(step)];
      if (!inner) return [];
      current = unwrap(inner as z.ZodType);
    }
  }
  return current.def.type === 'object' ? Object.keys((current.def as z.core.$ZodObjectDef).shape) : [];
}

function unwrap(schema: z.ZodType): z.ZodType {
  const definition = schema.def;
  return definition.type === 'optional' || definition.type === 'default'
    ? unwrap((definition as z.core.$ZodOptionalDef<z.ZodType>).innerType)
    : schema;
}

function hasField(source: FrontMatterSource, path: Path): boolean {
  return path.length === 0 || source.document.hasIn(path);
}

function keyAt(source: FrontMatterSource, path: Path): Node | undefined {
  const parent =
    path.length === 1 ? source.document.contents : source.document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    (item): item is Pair<Node> => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  return pair?.key;
}

function rangeOfNode(source: FrontMatterSource, node: Node): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start: source.offset + start, end: source.offset + Math.max(end, start + 1) };
}

/** `"url" of item 1 of "sources"` */
function nameOf(path: Path): string {
  const step = path.at(-1);
  if (step === undefined) return 'the front matter';
  const own = typeof step === 'number' ? `item ${step + 1}` : `"${String(step)}"`;
  if (path.length === 1) return own;
  return `${own} of ${nameOf(path.slice(0, -1))}`;
}

function listOf(values: readonly string[]): string {
  return values
    .map((value) => `"${value}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}
