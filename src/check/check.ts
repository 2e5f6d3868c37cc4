import * as z from 'zod';
import { diagnosticOf, hasErrors, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import type { Draft } from '../markdown/draft.ts';
import { findingsOf } from './field-findings.ts';
import { fieldsOfFrontMatter } from '../markdown/field-places.ts';
import { memoize } from '../brief/memoize.ts';
import type { Publication } from '../brief/publication.ts';
import { unread } from '../markdown/parse-limits.ts';
import { rules } from './rules/rules.ts';
import { frontMatterSchema, type FrontMatterFields } from '../markdown/schema.ts';
import { completed, gaps, isDraft } from './unfinished.ts';

/** What is known of a draft after every rule was run over it. */
export interface Checked {
  /** There only when no error was found. */
  readonly fields: FrontMatterFields | undefined;
  /** The fields that have the right form, whatever else is wrong. */
  readonly known: Partial<FrontMatterFields>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs every rule over a draft and collects all that they find; one problem never hides another. */
export function check(draft: Draft, publication: Publication): Checked {
  const schema = schemaFor(publication);
  const findings: Finding[] = [...draft.findings];
  // A text that is not read has no sections to miss.
  if (findings.some(({ code }) => unread.has(code))) return tell(draft, publication, findings, {});
  let fields: Partial<FrontMatterFields> = {};
  if (draft.frontMatter?.values !== undefined) {
    const parsed = schema.safeParse(draft.frontMatter.values);
    if (parsed.success) fields = parsed.data;
    else {
      add(findings, findingsOf(parsed.error, fieldsOfFrontMatter(draft.frontMatter), schema));
      fields = validFields(schema, draft.frontMatter.values);
    }
  }
  for (const rule of rules) add(findings, rule({ draft, fields, publication }));
  return tell(draft, publication, findings, fields);
}

/** One by one: a text of strangers may have more faults than a function takes arguments, which is some 120,000. */
function add(findings: Finding[], more: Iterable<Finding>): void {
  for (const finding of more) findings.push(finding);
}

function tell(
  draft: Draft,
  publication: Publication,
  findings: readonly Finding[],
  fields: Partial<FrontMatterFields>,
): Checked {
  const isUnfinished = isDraft(draft, fields);
  const diagnostics = outsideConflicts(findings).map((finding): Diagnostic => {
    const diagnostic = diagnosticOf(draft.file, finding);
    return isUnfinished && gaps.has(finding.code) ? { ...diagnostic, severity: 'warning' } : diagnostic;
  });
  if (hasErrors(diagnostics)) return { fields: undefined, known: fields, diagnostics };
  const complete = isUnfinished ? completed(fields, draft, publication) : (fields as FrontMatterFields);
  return { fields: complete, known: fields, diagnostics };
}

/** Of a conflict's place nothing else is said: what stands there will be another text. */
function outsideConflicts(findings: readonly Finding[]): readonly Finding[] {
  const conflicts = findings.filter(({ code }) => code === 'conflict-unresolved');
  if (conflicts.length === 0) return findings;
  return findings.filter(
    (finding) =>
      finding.code === 'conflict-unresolved' ||
      !conflicts.some(({ range }) => finding.range.start <= range.end && range.start <= finding.range.end),
  );
}

type Schema = ReturnType<typeof frontMatterSchema>;

const schemaFor = memoize(frontMatterSchema);

/** The fields that have the right form by themselves, so that the rules can judge those too. */
function validFields(schema: Schema, values: unknown): Partial<FrontMatterFields> {
  if (typeof values !== 'object' || values === null) return {};
  const given = new Map(Object.entries(values));
  const valid = Object.entries(schema.shape).flatMap(([name, field]) => {
    const parsed = field.safeParse(given.get(name));
    const stated = given.has(name) || field instanceof z.ZodDefault;
    return stated && parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(valid);
}
