import { quote } from '../../diagnostics/quote.ts';
import { linksOf, sourceLinksOf } from '../../markdown/link-uses.ts';
import { readLink } from '../../markdown/links.ts';
import { addressWithin } from '../../brief/address-within.ts';
import type { Rule } from './rule.ts';

/** A link leads to the web, another brief or a heading; scripts, files and paths outside the briefs are not allowed. */
export const linkAddress: Rule = function* ({ draft, fields }) {
  for (const { url, range } of linksOf(draft.tree)) {
    const address = addressWithin(url);
    // In a bare address, the quotation marks are text.
    if (address !== undefined && draft.source.slice(range.start, range.end) !== url) {
      yield {
        code: 'link-address',
        range,
        message: `Unexpected quotation marks or spaces around the address ${quote(url)}, expected only the address`,
        note: { text: `write ${address}, or run \`npm run check -- --fix\`` },
      };
      continue;
    }
    const link = readLink(url, draft);
    if (link.kind !== 'invalid') continue;
    const written = draft.source.slice(range.start, range.end);
    if (emptyDefinition.test(written)) {
      yield {
        code: 'link-address',
        range,
        message: `Unexpected ${quote(written)} without an address between "<" and ">"`,
        note: {
          text: 'write the address there, or delete the line: notes to colleagues do not belong in a brief',
        },
      };
      continue;
    }
    yield {
      code: 'link-address',
      range,
      message: `Unexpected address ${quote(url)}, expected a web address, another brief or a heading`,
      note: { text: link.reason },
      ...(link.isUnsafe && { isUnsafe: true }),
    };
  }
  // In the text, such an address is written as one of the site; a source is shown unchanged.
  const { protocol } = new URL(draft.home);
  for (const { url, range } of sourceLinksOf(draft, fields)) {
    const { kind } = readLink(url, draft);
    if ((kind !== 'brief' && kind !== 'site') || URL.parse(url)?.protocol === protocol) continue;
    yield {
      code: 'link-address',
      range,
      message: `Unexpected address ${quote(url)}, expected one that begins with "${protocol}//", like this site`,
    };
  }
};

/** Some writers hide a note in its title: "[comment]: <> (who says so?)". */
const emptyDefinition = /^\[[^\]]{1,100}\]:\s*<\s*>/;
