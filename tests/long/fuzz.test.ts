import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { check } from '../../src/check/check.ts';
import { languageFor } from '../../src/languages/languages.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { siteChannel } from '../../src/feeds/channels.ts';
import { feedOf, itemOf } from '../../src/feeds/feed.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { parseStrictXml } from '../../scripts/verify/strict-xml.ts';
import { anyText } from '../any-text.ts';
import { briefText } from '../check/brief-text.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';
import { cpuTime } from '../cpu-time.ts';
import { hostileMarkdown } from '../hostile-markdown.ts';

/** Duration; `npm run fuzz` takes an hour. */
const minutes = Number(process.env['FUZZ_MINUTES'] ?? '1');

/** Earlier failures, run first each time. Add the seed and path that a failure prints. */
const knownFailures: readonly { readonly seed: number; readonly path: string }[] = [];

const publication = publicationSample();
const addresses = addressesOf(publication);

const wildBrief = fc.record({
  sections: fc.array(fc.oneof(hostileMarkdown, anyText), { maxLength: 4 }),
  title: fc.oneof(
    fc.constant('A small bill'),
    anyText.map((text) => JSON.stringify(text)),
  ),
  other: fc.oneof(
    fc.constant(''),
    anyText,
    anyText.map((text) => `reviewer: ${JSON.stringify(text)}`),
  ),
  ending: fc.constantFrom('md', 'mdx'),
  times: fc.constantFrom(1, 1, 1, 50),
});

describe('any brief', () => {
  test(
    'it goes the whole way, from parsing to feeds, with no exception and nothing that runs, in a bounded time',
    () => {
      const property = fc.property(wildBrief, ({ sections, title, other, ending, times }) => {
        const texts = sections.map((text) => text.repeat(times));
        const source = briefText(texts, { title }).replace('\n---\n', `\n${other}\n---\n`);
        const start = cpuTime();
        const draft = parse(`briefs/small-bill.${ending}`, source, publication);
        const { fields, diagnostics } = check(draft, publication);
        for (const { range } of diagnostics) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(source.length + 1);
        }
        if (fields && !draft.source.includes('![')) {
          const body = render(draft, addresses, new Map());
          for (const { html } of body.sections) expectNothingRuns(html.page + html.portable);
          const brief = { ...briefSample(), title: fields.title, summary: fields.summary, ...body };
          const item = itemOf(publication, addresses, {
            brief,
            language: languageFor(brief.lang),
            outOfDate: true,
          });
          const feed = feedOf(publication, addresses, siteChannel(publication, addresses, addresses.rss), [
            item,
          ]);
          for (const xml of [formatRss(feed), formatAtom(feed)]) parseStrictXml(xml);
          JSON.parse(formatJsonFeed(feed));
        }
        expect(cpuTime() - start).toBeLessThan(10_000);
      });
      for (const place of knownFailures) fc.assert(property, place);
      fc.assert(property, {
        numRuns: Number.MAX_SAFE_INTEGER,
        interruptAfterTimeLimit: minutes * 60_000,
        markInterruptAsFailure: false,
      });
    },
    (minutes + 5) * 60_000,
  );
});

function expectNothingRuns(html: string): void {
  visit(fromHtml(html, { fragment: true }), 'element', ({ tagName, properties }) => {
    expect(tagName).not.toMatch(/^(?:script|style|iframe|object|embed|form|base|meta|link)$/);
    for (const [name, value] of Object.entries(properties)) {
      expect(name).not.toMatch(/^(?:on|style$|srcDoc|formAction)/i);
      if (/^(?:href|src)$/.test(name))
        expect(String(value)).not.toMatch(/^[\s\u0000-\u0020]*(?:javascript|data|vbscript):/i);
    }
  });
}
