import { countGraphemes } from '../../brief/segment.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import { limits } from '../../brief/front-matter.ts';
import type { Rule } from './rule.ts';

/** Search engines and messengers cut a headline after about 110 characters. */
export const titleLength: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter || fields.title === undefined) return;
  const length = countGraphemes(fields.title);
  if (length <= limits.titleAdvised || length > limits.title) return;
  yield {
    code: 'title-length',
    range: rangeOfField(frontMatter, ['title']),
    message: `Unexpected title of ${length} characters, expected at most ${limits.titleAdvised}`,
    note: { text: `search engines and chats show no more; ${length - limits.titleAdvised} would be cut` },
  };
};
