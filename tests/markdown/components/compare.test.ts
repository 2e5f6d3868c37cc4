import { expect, it } from 'vitest';
import { problemsOf, renderMdx } from './render-mdx.ts';

const both =
  '<Compare>\n<Side title="Then">\nOne.\n</Side>\n<Side title="Now">\n- Two\n- Three\n</Side>\n</Compare>';

it('has two sides with their titles', () => {
  const { html, text } = renderMdx(both);
  expect(html.page).toMatch(
    /^<div class="compare"><div class="side" role="group" aria-label="Then"><p class="side-title"><strong>Then<\/strong><\/p><p>One.<\/p><\/div><div class="side"/,
  );
  expect(html.portable).toMatch(
    /^<p><strong>Then<\/strong><\/p><p>One.<\/p><p><strong>Now<\/strong><\/p><ul>/,
  );
  expect(text).toBe('Then\nOne.\nNow\nTwo\nThree');
});

it('may be indented, with each side on one line', () => {
  const lines = ['<Compare>', '  <Side title="a">x</Side>', '  <Side title="b">*y*</Side>', '</Compare>'];
  expect(renderMdx(lines.join('\n')).text).toBe('a\nx\nb\ny');
  expect(renderMdx('<Compare><Side title="a">x</Side><Side title="b">y</Side></Compare>').text).toBe(
    'a\nx\nb\ny',
  );
});

it.each([
  ['<Compare></Compare>', 'mdx-content', '<Compare'],
  ['<Compare>\nText\n</Compare>', 'mdx-content', 'Text'],
  ['<Compare><Side title="a">x</Side></Compare>', 'mdx-content', '<Compare'],
  ['<Side title="a">x</Side>', 'mdx-component', '<Side'],
  ['<Compare><Side title="a">x</Side><Side title="b"></Side></Compare>', 'mdx-content', '<Side'],
])('%j is %s at %j', (text, code, place) => {
  expect(problemsOf(text)).toEqual([[code, place]]);
});
