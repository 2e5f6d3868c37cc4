import type { Range } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import type { Rule } from './rule.ts';

/** No source is listed twice, which would make a brief look better sourced than it is. */
export const sourceRepeated: Rule = function* ({ draft, fields }) {
  const { frontMatter } = draft;
  if (!frontMatter) return;
  const first = new Map<string, Range>();
  for (const [at, { url }] of (fields.sources ?? []).entries()) {
    const range = rangeOfField(frontMatter, ['sources', at, 'url']);
    const page = pageOf(url);
    const earlier = first.get(page);
    if (!earlier) {
      first.set(page, range);
      continue;
    }
    yield {
      code: 'source-repeated',
      range,
      message: `Unexpected second source at ${quote(url)}, expected each page once`,
      note: { text: 'it is first named at {place}', at: { file: draft.file, range: earlier } },
    };
  }
};

/** An address without parts that do not change the page: scheme, "www.", trailing slash, fragment, campaign parameters. */
function pageOf(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(?:utm_\w+|fbclid|gclid|mc_[ce]id)$/i.test(name)) url.searchParams.delete(name);
  }
  url.searchParams.sort();
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/+$/, '')}${url.search}`;
}
