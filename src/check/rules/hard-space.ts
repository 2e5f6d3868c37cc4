import { heldRuns } from '../../markdown/hard-spaces.ts';
import type { Rule } from './rule.ts';

/** Text from web pages and word processors may have only no-break spaces, so that lines break inside words on a phone. */
export const hardSpace: Rule = function* ({ draft }) {
  for (const range of heldRuns(draft.source, draft.tree)) {
    yield {
      code: 'hard-space',
      range,
      message: 'Unexpected no-break spaces between all words, expected ordinary ones: no line can break here',
      note: {
        text: 'run `npm run check -- --fix`, which keeps those in numbers, dates and before French punctuation',
      },
    };
  }
};
