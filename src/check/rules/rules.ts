import { authorProgram } from './author-program.ts';
import { authorUnknown } from './author-unknown.ts';
import { briefLength } from './brief-length.ts';
import { contentRepeated } from './content-repeated.ts';
import { controlCharacter } from './control-character.ts';
import { dateOrder } from './date-order.ts';
import { editorMark } from './editor-mark.ts';
import { emphasisUnmeant } from './emphasis-unmeant.ts';
import { fieldComment } from './field-comment.ts';
import { fieldMarkup } from './field-markup.ts';
import { fenceUnclosed } from './fence-unclosed.ts';
import { footnoteInLink } from './footnote-in-link.ts';
import { footnoteLabel } from './footnote-label.ts';
import { footnoteMissing } from './footnote-missing.ts';
import { footnoteUnused } from './footnote-unused.ts';
import { happeningUnsourced } from './happening-unsourced.ts';
import { hardSpace } from './hard-space.ts';
import { headingEmpty } from './heading-empty.ts';
import { headingLevel } from './heading-level.ts';
import { ownHeadingMissing } from './heading-missing.ts';
import { imageAlt } from './image-alt.ts';
import { imageFile } from './image-file.ts';
import { imageLiteral } from './image-literal.ts';
import { importedComment } from './imported-comment.ts';
import { linkAddress } from './link-address.ts';
import { linkEmpty } from './link-empty.ts';
import { listNumber } from './list-number.ts';
import { markupLiteral } from './markup-literal.ts';
import { mdxAttribute } from './mdx-attribute.ts';
import { mdxCode } from './mdx-code.ts';
import { mdxComponent } from './mdx-component.ts';
import { mdxContent } from './mdx-content.ts';
import { modelLeftOver } from './model-left-over.ts';
import { placeholderText } from './placeholder-text.ts';
import { placeholder } from './placeholder.ts';
import { rawHtml } from './raw-html.ts';
import { referenceMissing } from './reference-missing.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionHeading } from './section-heading.ts';
import { sectionLength } from './section-length.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionOrder } from './section-order.ts';
import { sectionPreamble } from './section-preamble.ts';
import { sectionRepeated } from './section-repeated.ts';
import { sectionUnknown } from './section-unknown.ts';
import { signUnmeant } from './sign-unmeant.ts';
import { sourceRepeated } from './source-repeated.ts';
import { sourcesNone } from './sources-none.ts';
import { tableCell } from './table-cell.ts';
import { tableForm } from './table-form.ts';
import { titleLength } from './title-length.ts';
import { watchOutcome } from './watch-outcome.ts';
import { withdrawnNotice } from './withdrawn-notice.ts';

/** Every rule over one brief. Order is irrelevant, since findings are sorted by position. */
export const rules: readonly Rule[] = [
  authorProgram,
  authorUnknown,
  briefLength,
  contentRepeated,
  controlCharacter,
  dateOrder,
  editorMark,
  emphasisUnmeant,
  fieldComment,
  fieldMarkup,
  fenceUnclosed,
  footnoteInLink,
  footnoteLabel,
  footnoteMissing,
  footnoteUnused,
  happeningUnsourced,
  hardSpace,
  headingEmpty,
  headingLevel,
  ownHeadingMissing,
  imageAlt,
  imageFile,
  imageLiteral,
  importedComment,
  linkAddress,
  linkEmpty,
  listNumber,
  markupLiteral,
  mdxAttribute,
  mdxCode,
  mdxComponent,
  mdxContent,
  modelLeftOver,
  placeholder,
  placeholderText,
  rawHtml,
  referenceMissing,
  sectionEmpty,
  sectionHeading,
  sectionLength,
  sectionMissing,
  sectionOrder,
  sectionPreamble,
  sectionRepeated,
  sectionUnknown,
  signUnmeant,
  sourceRepeated,
  sourcesNone,
  tableCell,
  tableForm,
  titleLength,
  watchOutcome,
  withdrawnNotice,
];
