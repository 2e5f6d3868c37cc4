import type * as z from 'zod';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { nearestOf } from '../brief/nearest.ts';
import type { Complaint } from '../brief/field-forms.ts';
import type { FieldSource, Path } from '../markdown/field-places.ts';

/** Turns schema issues into findings at the field's range, with a suggestion for an unknown field. */
export function findingsOf(
  issues: readonly z.core.$ZodIssue[],
  source: FieldSource,
  schema: z.ZodType,
): Finding[] {
  const misread = new Set(
    issues.flatMap(({ code, path }) => (code === 'invalid_type' ? [path.join('.')] : [])),
  );
  // Where a list is expected, zod counts the characters of a text.
  return issues
    .filter(({ code, path }) => code !== 'too_big' || !misread.has(path.join('.')))
    .flatMap((issue) => findingsOfIssue(issue, source, schema));
}

function findingsOfIssue(issue: z.core.$ZodIssue, source: FieldSource, schema: z.ZodType): Finding[] {
  const name = nameOf(issue.path, source.name);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'field-unknown',
        range: source.rangeOfKey([...issue.path, key]),
        message: `Unexpected field ${quote(key)}${issue.path.length > 0 ? ` in ${name}` : ''}`,
        note: { text: nearestName(key, fieldNames(schema, issue.path)) },
      }));
    case 'invalid_type':
      return [
        source.has(issue.path) ? wrongType(issue, source, name, schema) : missing(issue.path, source, name),
      ];
    case 'invalid_value':
      return [wrongValue(issue, source, name)];
    case 'too_small':
      return [
        {
          code: 'field-missing',
          range: source.rangeOf(issue.path),
          message:
            issue.minimum === 1
              ? `Unexpected empty ${name}, expected at least one`
              : `Unexpected number of ${name}, expected ${issue.minimum}`,
        },
      ];
    case 'too_big':
      return [
        {
          code: 'field-length',
          range: source.rangeOf(issue.path),
          message: `Unexpected number of ${name}, expected at most ${issue.maximum}`,
        },
      ];
    case 'custom': {
      // Only `complain` in `field-forms.ts` creates these.
      const { code, found, expected, note } = issue.params as unknown as Complaint;
      const message = `Unexpected ${found} in ${name}, expected ${expected}`;
      const range = source.rangeOf(issue.path);
      return [{ code, range, message, ...(note === undefined ? {} : { note: { text: note } }) }];
    }
    case 'invalid_key':
      return issue.issues.flatMap((inner) =>
        findingsOfIssue({ ...inner, path: issue.path }, { ...source, rangeOf: source.rangeOfKey }, schema),
      );
    case 'invalid_union':
      return findingsOfUnion(issue, source, schema);
    default:
      return [
        {
          code: 'field-type',
          range: source.rangeOf(issue.path),
          message: `Unexpected ${name}: ${issue.message}`,
        },
      ];
  }
}

/**
 * For a field with several forms: the issues of the intended form, or if the discriminating field is invalid, its
 * possible values.
 */
function findingsOfUnion(
  { path, errors }: z.core.$ZodIssueInvalidUnion,
  source: FieldSource,
  schema: z.ZodType,
): Finding[] {
  const forms = errors.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'),
  );
  const misnamed = forms.map((issues) => issues.find((issue) => issue.code === 'invalid_value'));
  const [first, ...others] = misnamed;
  const isOfNone = first !== undefined && others.every((issue) => issue?.path.join() === first.path.join());
  const meant = isOfNone
    ? [{ ...first, values: misnamed.flatMap((issue) => issue?.values ?? []) }]
    : (forms.find((_, at) => misnamed[at] === undefined) ?? forms[0] ?? errors[0] ?? []);
  return meant.flatMap((issue) =>
    findingsOfIssue({ ...issue, path: [...path, ...issue.path] }, source, schema),
  );
}

function missing(path: Path, source: FieldSource, name: string, values: readonly string[] = []): Finding {
  const wanted = values.length > 0 ? `, one of ${listOf(values)}` : '';
  return {
    code: 'field-missing',
    range: source.rangeOf(path),
    message: `Expected the field ${name}${wanted}`,
    note: {
      text: source.toAdd(path),
    },
  };
}

function wrongValue(issue: z.core.$ZodIssueInvalidValue, source: FieldSource, name: string): Finding {
  const values = issue.values.map(String);
  if (!source.has(issue.path)) return missing(issue.path, source, name, values);
  const given: unknown = source.valueAt(issue.path);
  const range = source.rangeOf(issue.path);
  const expected = `expected ${listOf(values)}`;
  if (given === '') return { code: 'field-missing', range, message: `Unexpected empty ${name}, ${expected}` };
  if (typeof given === 'object') {
    return { code: 'field-value', range, message: `Unexpected value of ${name}, ${expected}`, note: { text: source.toText(issue.path) } }; // prettier-ignore
  }
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
  source: FieldSource,
  name: string,
  schema: z.ZodType,
): Finding {
  const fields = fieldNames(schema, issue.path);
  const isOptional = fieldNames(schema, issue.path, isRequired).length === 0;
  const names = (isOptional ? fields : fields.slice(0, 2)).map((field) => `\`${field}:\``);
  const own =
    fields.length > 0
      ? `${isOptional ? 'one or more of ' : ''}the fields ${[names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')}`
      : 'fields';
  const kinds: Record<string, string> = {
    string: 'text',
    array: 'a list',
    object: own,
    record: own,
    int: 'a whole number',
    number: 'a number',
    boolean: 'true or false',
  };
  return {
    code: 'field-type',
    range: source.rangeOf(issue.path),
    message: `Unexpected kind of value in ${name}, expected ${kinds[issue.expected] ?? issue.expected}`,
    ...adviceOnType(issue, source, schema),
  };
}

function adviceOnType(
  { expected, path }: z.core.$ZodIssueInvalidType,
  source: FieldSource,
  schema: z.ZodType,
): Pick<Finding, 'note'> {
  // The front matter or the settings as a whole.
  if (path.length === 0) return { note: { text: `its fields are ${fieldNames(schema, path).join(', ')}, each on its own line` } }; // prettier-ignore
  if (expected === 'array') return { note: { text: source.toList(path, fieldNames(schema, [...path, 0], isRequired)) } }; // prettier-ignore
  const fields = fieldNames(schema, path, isRequired);
  if (expected === 'object' && fields.length > 0) return { note: { text: source.toMap(path, fields) } };
  return expected === 'string' ? { note: { text: source.toText(path) } } : {};
}

function isRequired(field: z.ZodType): boolean {
  return !['optional', 'default', 'prefault'].includes(field.def.type);
}

function nearestName(key: string, names: readonly string[]): string {
  const nearest = nearestOf(key, names);
  return nearest === undefined ? `known fields are ${names.join(', ')}` : `did you mean "${nearest}"?`;
}

/** Known field names at a path; for lists and records, those of their items. */
function fieldNames(
  schema: z.ZodType,
  path: Path,
  isWanted: (field: z.ZodType) => boolean = () => true,
): string[] {
  let current = unwrap(schema);
  for (const step of path) {
    const definition = current.def;
    if (definition.type === 'array') current = unwrap((definition as z.core.$ZodArrayDef<z.ZodType>).element);
    else if (definition.type === 'record') {
      current = unwrap((definition as z.core.$ZodRecordDef<z.core.$ZodRecordKey, z.ZodType>).valueType);
    } else if (definition.type === 'object') {
      const inner = (definition as z.core.$ZodObjectDef).shape[String(step)];
      if (!inner) return [];
      current = unwrap(inner as z.ZodType);
    }
  }
  if (current.def.type !== 'object') return [];
  const fields = Object.entries((current.def as z.core.$ZodObjectDef).shape);
  return fields.flatMap(([name, field]) => (isWanted(field as z.ZodType) ? [name] : []));
}

function unwrap(schema: z.ZodType): z.ZodType {
  const definition = schema.def;
  if (definition.type === 'optional' || definition.type === 'default') {
    return unwrap((definition as z.core.$ZodOptionalDef<z.ZodType>).innerType);
  }
  if (definition.type !== 'union') return schema;
  // Of several forms, the one with fields.
  const { options } = definition as z.core.$ZodUnionDef<z.ZodType[]>;
  return options.find(({ def }) => def.type === 'object') ?? schema;
}

/** `"url" of item 1 of "sources"` */
function nameOf(path: Path, whole: string): string {
  const step = path.at(-1);
  if (step === undefined) return whole;
  const own = typeof step === 'number' ? `item ${step + 1}` : `"${String(step)}"`;
  if (path.length === 1) return own;
  return `${own} of ${nameOf(path.slice(0, -1), whole)}`;
}

function listOf(values: readonly string[]): string {
  return values
    .map((value) => `"${value}"`)
    .join(', ')
    .replace(/, (?=[^,]*$)/, ' or ');
}
