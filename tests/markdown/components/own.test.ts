import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import { sanitize } from 'hast-util-sanitize';
import { describe, expect, it } from 'vitest';
import { drawOwn, partsOf, type PagePart } from '../../../src/markdown/components/own.ts';
import { h } from '../../../src/markdown/components/hast.ts';
import { sanitizeSchema } from '../../../src/markdown/sanitize-schema.ts';
import { anyCharacter, anyText } from '../../any-text.ts';
import { renderBody } from './render-mdx.ts';

const own = ['Map', 'Box'];

/** The parts of a text's HTML, without white space between blocks. */
function shown(text: string): readonly PagePart[] {
  const tidy = (parts: readonly PagePart[]): PagePart[] =>
    parts.flatMap((part): PagePart[] => {
      if (typeof part !== 'string') return [{ ...part, parts: tidy(part.parts) }];
      return part.trim() === '' ? [] : [part.trim()];
    });
  return tidy(partsOf(renderBody(text, own).sections[0].html.page));
}

describe('a component of the publication’s own', () => {
  it('splits the text of a page, with its attributes and content', () => {
    const text = 'One.\n\n<Map place="Rome &amp; \'Ostia\'" zoom="3" wide>\nA *caption*.\n</Map>\n\nTwo.';
    const attributes = { wide: true, place: "Rome & 'Ostia'", zoom: '3' };
    expect(shown(text)).toEqual([
      '<p>One.</p>',
      { name: 'Map', attributes, parts: ['<p>A <em>caption</em>.</p>'] },
      '<p>Two.</p>',
    ]);
  });

  it('may be in a list, a quotation, another one, or a built-in one', () => {
    const map = { name: 'Map', attributes: { text: 'A map' }, parts: [] };
    expect(shown('- An item\n\n  <Map text="A map" />')).toEqual([
      '<ul>\n<li>\n<p>An item</p>',
      map,
      '</li>\n</ul>',
    ]);
    expect(shown('<Box>\n<Map text="A map" />\n</Box>')).toEqual([
      { name: 'Box', attributes: {}, parts: [map] },
    ]);
    expect(shown('<Quote who="Ann">\n<Map text="A map" />\n</Quote>')).toEqual([
      '<figure class="quote"><blockquote>',
      map,
      '</blockquote><figcaption>Ann</figcaption></figure>',
    ]);
  });

  it('is given an address as pages write it', () => {
    const [link, web] = shown(
      '<Map text="a" url="./small-bill.md#whats-next" />\n\n<Map text="b" url="HTTPS://web.test/" />',
    );
    expect(link).toMatchObject({ attributes: { url: '/news/briefs/small-bill/#whats-next' } });
    expect(web).toMatchObject({ attributes: { url: 'https://web.test/' } });
  });

  it.each([
    [
      'what it encloses',
      '<Map text="A map">\nThe [seat](./small-bill.md) of Rome.\n</Map>',
      'The seat of Rome.',
    ],
    ['its text, if that is nothing', '<Map text="A map of  Rome" />', 'A map of Rome'],
    ['what one in it stands for', '<Box>\n<Map text="A map" />\n</Box>', 'A map'],
  ])('where it cannot run leaves %s', (_, text, words) => {
    const { sections, markdown } = renderBody(text, own);
    const [{ html, text: spoken }] = sections;
    expect(html.portable).not.toMatch(/own-component|<Map|<Box/);
    expect(html.portable.replace(/<[^>]*>/g, '').replace(/ +/g, ' ')).toBe(words);
    expect(spoken).toBe(words);
    expect(markdown).toContain(words.split(' ').at(-1));
    expect(markdown).not.toMatch(/<Map|<Box|text=/);
  });
});

describe('a text without any', () => {
  it('is one piece', () => {
    expect(partsOf('<p>a</p>')).toEqual(['<p>a</p>']);
    expect(
      partsOf(
        renderBody('It writes `<own-component data-name="Map" data-attributes="x">` and goes on.', own)
          .sections[0].html.page,
      ),
    ).toHaveLength(1);
  });
});

it('keeps every attribute and child through HTML and back', () => {
  const attributes = fc.dictionary(
    fc.stringMatching(/^[a-zA-Z][\w-]*$/),
    fc.oneof(anyText, fc.string({ unit: anyCharacter }), fc.constant<true>(true)),
  );
  fc.assert(
    fc.property(attributes, anyText, (given, words) => {
      const html = toHtml(
        sanitize({ type: 'root', children: [drawOwn('Map', given, [h('p', {}, words)])] }, sanitizeSchema),
      );
      const [part, ...rest] = partsOf(html).filter((each) => each !== '');
      expect(rest).toEqual([]);
      expect(part).toEqual({ name: 'Map', attributes: given, parts: [toHtml(h('p', {}, words))] });
    }),
  );
});
