import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/markdown/parse.ts';
import { addressesOf } from '../../../src/brief/addresses.ts';
import { render } from '../../../src/markdown/render.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText } from '../../check/brief-text.ts';
import { problemsOf, renderMdx } from './render-mdx.ts';

const timeline = (items: string): string => `<Timeline>\n${items}\n</Timeline>`;

describe('a timeline', () => {
  it('shows each date in the words of the language, as exact as it was given', () => {
    const { html, text } = renderMdx(timeline('- 1882: *One*\n- 2015-11: Two\n- 2024-09-30: Three'));
    expect(html.page).toContain(
      '<li><time datetime="1882">1882</time><span class="colon">: </span><span><em>One</em></span></li>',
    );
    expect(html.portable).toBe(
      '<ol><li><time datetime="1882">1882</time>: <em>One</em></li><li><time datetime="2015-11">November 2015</time>: Two</li><li><time datetime="2024-09-30">30 September 2024</time>: Three</li></ol>',
    );
    expect(text).toBe('1882: One\nNovember 2015: Two\n30 September 2024: Three');
  });

  it('keeps the content below an entry, in a tight and a loose list', () => {
    for (const between of ['\n', '\n\n']) {
      const { text } = renderMdx(timeline(`- 1882: One${between}  - a\n  - b${between}- 1883: Two`));
      expect(text).toBe('1882: One\na\nb\n1883: Two');
    }
  });

  it('speaks the language of its brief', () => {
    const publication = publicationSample();
    const source = briefText([timeline('- 2024-09-30：完')], { lang: 'zh-Hans' });
    const { tree, ...draft } = parse('briefs/a.mdx', source, publication);
    const { sections } = render({ tree, ...draft }, addressesOf(publication), new Map());
    expect(sections.map(({ text }) => text)).toContain('2024年9月30日: 完');
  });

  it.each([
    ['- Monday: x', '- Monday: x'],
    ['- 2024-13-01: x', '- 2024-13-01: x'],
    ['- 2024-02-30: x', '- 2024-02-30: x'],
    ['- 2024 x', '- 2024 x'],
    ['- 2024:', '- 2024:'],
    ['- **2024**: x', '- **2024**: x'],
    ['- 2024: x\n\ntext', 'text'],
    ['text', 'text'],
    ['', '<Timeline'],
  ])('does not read %j as dates', (items, place) => {
    expect(problemsOf(timeline(items))).toEqual([['mdx-content', place]]);
  });
});
