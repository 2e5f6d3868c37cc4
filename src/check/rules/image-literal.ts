import { quote } from '../../diagnostics/quote.ts';
import { literalImages } from '../../markdown/literal-images.ts';
import type { Rule } from './rule.ts';

/** Images that Markdown does not recognise appear as raw markup. */
export const imageLiteral: Rule = function* ({ draft }) {
  for (const { start, end, written } of literalImages(draft)) {
    yield {
      code: 'image-literal',
      range: { start, end },
      message: `Unexpected image that Markdown cannot read, ${quote(draft.source.slice(start, end))}: readers see the raw characters`,
      note: {
        text:
          written === undefined
            ? 'write it on one line as ![what it shows](<./pictures/its name.jpg>)'
            : `write ${written}`,
      },
    };
  }
};
