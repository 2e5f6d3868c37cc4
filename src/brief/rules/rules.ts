import { authorProgram } from './author-program.ts';
import { authorUnknown } from './author-unknown.ts';
import { dateOrder } from './date-order.ts';
import { imageAlt } from './image-alt.ts';
import { imageFile } from './image-file.ts';
import { linkAddress } from './link-address.ts';
import { rawHtml } from './raw-html.ts';
import type { Rule } from './rule.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionHeading } from './section-heading.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionOrder } from './section-order.ts';
import { sectionPreamble } from './section-preamble.ts';
import { sectionRepeated } from './section-repeated.ts';
import { sectionUnknown } from './section-unknown.ts';
import { sourcesNone } from './sources-none.ts';
import { titleLength } from './title-length.ts';
import { watchOutcome } from './watch-outcome.ts';
import { withdrawnNotice } from './withdrawn-notice.ts';

/** Every rule over one brief. The order does not matter: findings are sorted by place. */
export const rules: readonly Rule[] = [
  authorProgram,
  authorUnknown,
  dateOrder,
  imageAlt,
  imageFile,
  linkAddress,
  rawHtml,
  sectionEmpty,
  sectionHeading,
  sectionMissing,
  sectionOrder,
  sectionPreamble,
  sectionRepeated,
  sectionUnknown,
  sourcesNone,
  titleLength,
  watchOutcome,
  withdrawnNotice,
];
