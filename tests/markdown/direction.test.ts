import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

describe('what has a direction of its own', () => {
  it('isolates a cell that has nothing of the direction of the text', () => {
    const cells = (lang: string, row: string): string => {
      const source = briefText([`| a | b | c |\n| - | - | - |\n${row}`], { lang });
      const draft = parse('briefs/a.md', source, publicationSample());
      return render(draft, addressesOf(publicationSample()), new Map()).sections[0].html.page;
    };
    expect(cells('ar', '| C++ | -5% | OpenAI أطلقت 12 |')).toMatch(
      /<td><bdi>C\+\+<\/bdi><\/td>\s*<td><bdi>-5%<\/bdi><\/td>\s*<td>OpenAI/,
    );
    expect(cells('en', '| C++ | -5% | שלום! |')).toMatch(
      /<td>C\+\+<\/td>\s*<td>-5%<\/td>\s*<td><bdi>שלום!<\/bdi><\/td>/,
    );
  });

  it.each([
    ['code', '`rm -rf /` أمر', '<code dir="ltr">rm -rf /</code>'],
    ['a block of code', '```\nrm -rf /\n```', '<pre dir="ltr" tabindex="0"><code dir="ltr">rm -rf /'],
    [
      'an address',
      'نص https://a.example/b/ نص',
      '<a href="https://a.example/b/" dir="ltr">https://a.example/b/</a>',
    ],
    ['an address of mail', 'نص desk@a.example نص', '<a href="mailto:desk@a.example" dir="ltr">'],
  ])('runs from the left in a text that runs from the right: %s', (_, text, html) => {
    const pageIn = (lang: string): string => {
      const draft = parse('briefs/a.md', briefText([text], { lang }), publicationSample());
      return render(draft, addressesOf(publicationSample()), new Map()).sections[0].html.page;
    };
    expect(pageIn('ar')).toContain(html);
    expect(pageIn('en')).not.toContain('dir=');
  });

  it.each([
    [
      'ar',
      '- C++\n- -5% (WHO)\n- شركة OpenAI',
      '<ul>\n<li><bdi>C++</bdi></li>\n<li><bdi>-5% (WHO)</bdi></li>\n<li>شركة OpenAI</li>\n</ul>',
    ],
    ['ar', '- C++\n  - شركة', '<ul>\n<li><bdi>C++\n</bdi><ul>\n<li>شركة</li>\n</ul>\n</li>\n</ul>'],
    ['ar', 'C++', '<p><bdi>C++</bdi></p>'],
    [
      'ar',
      '- U.N. (WHO),\n\n- شركة',
      '<ul>\n<li>\n<p><bdi>U.N. (WHO),</bdi></p>\n</li>\n<li>\n<p>شركة</p>\n</li>\n</ul>',
    ],
    ['en', '- שלום!\n- C++', '<ul>\n<li><bdi>שלום!</bdi></li>\n<li>C++</li>\n</ul>'],
    ['en', 'C++', '<p>C++</p>'],
  ])('isolates an item or a paragraph that is such a value alone: in %s %j', (lang, text, html) => {
    const draft = parse('briefs/a.md', briefText([text], { lang }), publicationSample());
    expect(render(draft, addressesOf(publicationSample()), new Map()).sections[0].html.page).toBe(html);
  });
});
