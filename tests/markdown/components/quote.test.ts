import { describe, expect, it } from 'vitest';
import { problemsOf, renderMdx } from './render-mdx.ts';

describe('a quotation', () => {
  it.each([
    ['<Quote who="Ada">Hi *there*.</Quote>', '<p>Hi <em>there</em>.</p>', 'Ada'],
    ['<Quote who="Ada" source="Nature">\nHi.\n</Quote>', '<p>Hi.</p>', 'Ada, <cite>Nature</cite>'],
    [
      '<Quote who="Ada" url="./other.md#x">\nHi.\n</Quote>',
      '<p>Hi.</p>',
      '<a href="/news/briefs/other/#x">Ada</a>',
    ],
    [
      '<Quote who="Ada" source="Nature" url="https://a.example/">\n\nHi.\n\nYou.\n\n</Quote>',
      '<p>Hi.</p><p>You.</p>',
      'Ada, <cite><a href="https://a.example/">Nature</a></cite>',
    ],
  ])('%j keeps the words and names who said them', (mdx, words, speaker) => {
    expect(renderMdx(mdx).html.page).toBe(
      `<figure class="quote"><blockquote>${words}</blockquote><figcaption>${speaker}</figcaption></figure>`,
    );
  });

  it('says whether its writer has put the quotation marks, which the page does otherwise', () => {
    for (const own of ['“Hi.”', '"Hi."', '« Hi. »', '「Hi」'])
      expect(renderMdx(`<Quote who="Ada">\n\n${own}\n\n</Quote>`).html.page).toContain('class="quote marked"');
    expect(renderMdx('<Quote who="Ada">\n\nHi “you”.\n\n</Quote>').html.page).toContain('class="quote"');
  });

  it('has its speaker on a line of the text', () => {
    expect(renderMdx('<Quote who="Ada" source="Nature">\nHi.\n\nYou.\n</Quote>').text).toBe(
      'Hi.\nYou.\nAda, Nature',
    );
  });

  it('may link wherever the text may', () => {
    const quotes = ['javascript:alert(1)', '//evil.example', '../../x'].map(
      (url) => `<Quote who="a" url="${url}">b</Quote>`,
    );
    expect(problemsOf(quotes.join('\n\n')).map(([code]) => code)).toEqual(Array(3).fill('link-address'));
    expect(problemsOf('<Quote who="a" url="javascript:x">b</Quote>')).toEqual([
      ['link-address', 'url="javascript:x"'],
    ]);
  });

  it('without words is empty', () => {
    expect(problemsOf('<Quote who="a"></Quote>')).toEqual([['mdx-content', '<Quote']]);
  });
});
