import * as z from 'zod';
import { standingFolder, standingName, standingParts } from '../brief/briefs-folder.ts';
import { hasErrors, diagnosticOf, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import type { Publication } from '../brief/publication.ts';
import type { Draft } from '../markdown/draft.ts';
import { line } from '../brief/field-forms.ts';
import { fieldsOfFrontMatter } from '../markdown/field-places.ts';
import { unread } from '../markdown/parse-limits.ts';
import { limits } from '../brief/front-matter.ts';
import { findingsOf } from './field-findings.ts';
import { controlCharacter } from './rules/control-character.ts';
import { editorMark } from './rules/editor-mark.ts';
import { emphasisUnmeant } from './rules/emphasis-unmeant.ts';
import { fenceUnclosed } from './rules/fence-unclosed.ts';
import { footnoteInLink } from './rules/footnote-in-link.ts';
import { footnoteLabel } from './rules/footnote-label.ts';
import { footnoteMissing } from './rules/footnote-missing.ts';
import { footnoteUnused } from './rules/footnote-unused.ts';
import { headingEmpty } from './rules/heading-empty.ts';
import { ownHeadingMissing } from './rules/heading-missing.ts';
import { imageAlt } from './rules/image-alt.ts';
import { imageFile } from './rules/image-file.ts';
import { imageLiteral } from './rules/image-literal.ts';
import { linkAddress } from './rules/link-address.ts';
import { linkEmpty } from './rules/link-empty.ts';
import { markupLiteral } from './rules/markup-literal.ts';
import { mdxAttribute } from './rules/mdx-attribute.ts';
import { mdxCode } from './rules/mdx-code.ts';
import { mdxComponent } from './rules/mdx-component.ts';
import { mdxContent } from './rules/mdx-content.ts';
import { modelLeftOver } from './rules/model-left-over.ts';
import { placeholder } from './rules/placeholder.ts';
import { referenceMissing } from './rules/reference-missing.ts';
import type { Rule } from './rules/rule.ts';
import { tableCell } from './rules/table-cell.ts';
import { tableForm } from './rules/table-form.ts';

/** A standing page after all rules that need no other file. */
export interface CheckedPage {
  /** Undefined if there are errors. */
  readonly fields: PageFields | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Rules for briefs that also apply to standing pages. */
const rules: readonly Rule[] = [
  controlCharacter,
  editorMark,
  emphasisUnmeant,
  fenceUnclosed,
  footnoteInLink,
  footnoteLabel,
  footnoteMissing,
  footnoteUnused,
  headingEmpty,
  ownHeadingMissing,
  imageAlt,
  imageFile,
  imageLiteral,
  linkAddress,
  linkEmpty,
  markupLiteral,
  mdxAttribute,
  mdxCode,
  mdxComponent,
  mdxContent,
  modelLeftOver,
  placeholder,
  referenceMissing,
  tableCell,
  tableForm,
];

const schema = z.strictObject({
  title: line(limits.title),
  description: line(limits.summary.max),
  /** Whether the page describes the sample site. */
  sample: z.enum(['true', 'false']).exactOptional(),
  /** A digest by which `setup` recognises a page that it wrote and nobody changed. */
  setup: line(16).exactOptional(),
});

type PageFields = z.output<typeof schema>;

/** Runs the rules over a standing page and collects the findings. */
export function checkPage(draft: Draft, publication: Publication): CheckedPage {
  const findings: Finding[] = [...draft.findings];
  const values = draft.frontMatter?.values;
  const parsed = values === undefined ? undefined : schema.safeParse(values);
  if (parsed?.error && draft.frontMatter)
    findings.push(...findingsOf(parsed.error.issues, fieldsOfFrontMatter(draft.frontMatter), schema));
  if (!findings.some(({ code }) => unread.has(code)))
    for (const rule of rules) findings.push(...rule({ draft, fields: {}, publication }));
  const { lang, page } = standingParts(standingName(draft.file), publication.lang);
  if (lang === publication.lang && page !== standingName(draft.file))
    findings.push({
      code: 'file-slug',
      range: { start: 0, end: 0 },
      message: `Unexpected folder "${lang}" around a standing page in the publication's own language`,
      note: {
        text: `move it to "${standingFolder}/${page}.mdx"; if it is not a page, start its name with "_"`,
      },
    });
  const diagnostics = findings.map((finding) => diagnosticOf(draft.file, finding));
  return { fields: hasErrors(diagnostics) ? undefined : parsed?.data, diagnostics };
}
