import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Body } from '../../src/brief/brief.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { validateHtml } from '../../scripts/verify/html-rules.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

/*
 * Whatever passes `check` passes `verify`: each construct that the format has, alone and in others, and what nobody means to write.
 */
const publication = publicationSample();
const addresses = addressesOf(publication);
const images = new Map([
  ['briefs/p.png', { file: 'briefs/p.png', src: '/news/pictures/p.png', width: 64, height: 48, sources: [] }],
]);

const words = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('text', 'ὕβρις', '数字', 'نص', '&lt;template>', '`<b>`') },
  { weight: 1, arbitrary: fc.constantFrom('&nbsp;', '&#8203;', '') },
);
const inline = fc.letrec<{ inline: string; span: string }>((tie) => ({
  span: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    words,
    fc.constantFrom('![A pier](p.png "At low tide")', '![A pier][pier]', '[^1]', 'https://e.com', 'a@b.com'),
    fc.constantFrom('  \n', '\\\n', '~~gone~~'),
    tie('inline').map((text) => `**${text}**`),
    tie('inline').map((text) => `[${text}](https://e.com "</template> <b>")`),
    tie('inline').map((text) => `[${text}][web]`),
    tie('inline').map((text) => `[${text}](#whats-next)`),
  ),
  inline: fc.array(tie('span'), { minLength: 1, maxLength: 2 }).map((spans) => spans.join(' ')),
})).inline;

const indent = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);
const block = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: inline },
    inline.map((text) => `### ${text}`),
    fc.tuple(inline, inline).map(([head, cell]) => `| ${head} | b |\n| --- | --: |\n| ${cell} |`),
    inline.map((text) => `\`\`\`js\n${text}\n\`\`\``),
    tie('blocks').map((text) => indent(text, '> ')),
    tie('blocks').map((text) => `- ${indent(text, '  ').trimStart()}`),
    tie('blocks').map((text) => `7. ${indent(text, '   ').trimStart()}`),
    tie('blocks').map(
      (text) => `- [ ] ${indent(text, '  ').trimStart()}\n- [x] ${indent(text, '  ').trimStart()}`,
    ),
    fc.constantFrom('***', '- [ ]', '![A pier](p.png "At low tide")', '[]: x'),
  ),
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('\n\n')),
})).blocks;

const components = fc.constantFrom(
  '<Chart type="bar" title="Sums" data="a: 1, b: 2" />',
  '<Chart type="line" title="Sums" unit="%" data="2019: 1, 2020: 2" />',
  '<Figure value="$1" label="sum" />',
  '<Quote who="A. Person">\n\nWords.\n\n</Quote>',
  '<Compare><Side title="a">\n\n| a |\n|-|\n| 1 |\n\n</Side><Side title="b">\n\n- [ ] b\n\n</Side></Compare>',
  '<Timeline>\n\n- 2024-08-01: Entry into force\n- 2024: More\n\n</Timeline>',
);

const ends = '\n\n![A pier][pier]\n\n[web]: https://e.com\n[pier]: p.png\n\n[^1]: A note.\n';

function pageOf({ sections, notes }: Body): string {
  const parts = sections.map(
    ({ id, heading, html }) =>
      `<section aria-labelledby="${id}-h" id="${id}"><h2 id="${id}-h">${heading}</h2>${html.page}</section>`,
  );
  const end =
    notes.page === ''
      ? ''
      : `<section aria-labelledby="notes"><h2 id="notes">Notes</h2>${notes.page}</section>`;
  return `<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><main><h1>x</h1>${parts.join('')}${end}</main></body></html>`;
}

/** Number of texts without findings. */
function validate(file: string, texts: readonly string[], end = ends): boolean {
  const draft = parse(file, briefText([...texts, 'Two.', 'Three.', `Four.${end}`]), publication);
  if (!check(draft, publication).fields) return false;
  expect(validateHtml(pageOf(render(draft, addresses, images)))).toEqual([]);
  return true;
}

test('any Markdown that passes the check is valid HTML', () => {
  let valid = 0;
  fc.assert(
    fc.property(block, (text) => {
      if (validate('briefs/small-bill.md', [`Words.\n\n${text}`])) valid += 1;
    }),
    { numRuns: 60 },
  );
  expect(valid).toBeGreaterThan(30);
});

test('any components that pass the check are valid HTML', () => {
  let valid = 0;
  fc.assert(
    fc.property(fc.array(components, { minLength: 1, maxLength: 5 }), (texts) => {
      if (validate('briefs/small-bill.mdx', [texts.join('\n\n')], '')) valid += 1;
    }),
    { numRuns: 30 },
  );
  expect(valid).toBe(30);
});
