import { rangeOfField } from '../../markdown/field-places.ts';
import type { Rule } from './rule.ts';

/** A withdrawn brief states when and why it was withdrawn; other briefs must not. */
export const withdrawnNotice: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  const withdrawn = fields.status === 'withdrawn';
  if (withdrawn && !frontMatter.document.has('withdrawn')) {
    yield {
      code: 'withdrawn-notice',
      range: rangeOfField(frontMatter, ['status']),
      message: 'Unexpected withdrawal without a notice, expected `withdrawn` with `date` and `reason`',
      note: { text: 'write `withdrawn: { date: 2025-09-18, reason: Why readers should know }`' },
    };
  }
  if (!withdrawn && fields.withdrawn !== undefined) {
    yield {
      code: 'withdrawn-notice',
      range: rangeOfField(frontMatter, ['withdrawn']),
      message: 'Unexpected notice on a brief that is not withdrawn, expected `status: withdrawn`',
    };
  }
};
