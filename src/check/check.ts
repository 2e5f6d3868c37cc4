import * as z from 'zod';
import { diagnosticOf, hasErrors, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import type { Draft } from '../markdown/draft.ts';
import { findingsOf } from './field-findings.ts';
import { fieldsOfFrontMatter } from '../markdown/field-places.ts';
import type { Publication } from '../brief/publication.ts';
import { unread } from '../markdown/parse-limits.ts';
import { rules } from './rules/rules.ts';
import { frontMatterSchema } from '../languages/schemas.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';
import { completed, inDraft, isDraft } from './unfinished.ts';

/** The result of running all rules over a draft. */
export interface Checked {
  /** Undefined if there are errors. */
  readonly fields: FrontMatterFields | undefined;
  /** The valid fields, even if others are invalid. */
  readonly known: Partial<FrontMatterFields>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs every rule over a draft and collects all findings; one problem never hides another. */
export function check(draft: Draft, publication: Publication): Checked {
  const schema = frontMatterSchema(publication);
  const findings: Finding[] = [...draft.findings];
  // The sections of an unparsed text are unknown.
  if (findings.some(({ code }) => unread.has(code))) return resultOf(draft, publication, findings, {});
  let fields: Partial<FrontMatterFields> = {};
  if (draft.frontMatter?.values !== undefined) {
    const parsed = schema.safeParse(draft.frontMatter.values);
    if (parsed.success) fields = parsed.data;
    else {
      add(findings, findingsOf(parsed.error.issues, fieldsOfFrontMatter(draft.frontMatter), schema));
      fields = validFields(schema, draft.frontMatter.values);
    }
  }
  for (const rule of rules) add(findings, rule({ draft, fields, publication }));
  return resultOf(draft, publication, findings, fields);
}

/** One by one, because a text may have more findings than a function accepts arguments (about 120,000). */
function add(findings: Finding[], more: Iterable<Finding>): void {
  for (const finding of more) findings.push(finding);
}

function resultOf(
  draft: Draft,
  publication: Publication,
  findings: readonly Finding[],
  fields: Partial<FrontMatterFields>,
): Checked {
  const isUnfinished = isDraft(draft, fields);
  const diagnostics = outsideConflicts(findings).map((finding): Diagnostic => {
    const diagnostic = diagnosticOf(draft.file, finding);
    return isUnfinished ? inDraft(diagnostic) : diagnostic;
  });
  if (hasErrors(diagnostics)) return { fields: undefined, known: fields, diagnostics };
  const complete = isUnfinished ? completed(fields, draft, publication) : (fields as FrontMatterFields);
  return { fields: complete, known: fields, diagnostics };
}

/** Drops other findings inside a conflict, whose text will change. */
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

/** The fields that are valid on their own, so that rules can check them. */
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
