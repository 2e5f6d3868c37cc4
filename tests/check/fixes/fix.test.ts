import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix } from '../../../src/check/fixes/fix.ts';
import { publicationSample } from '../../brief-sample.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { textPassages } from '../../../src/markdown/passages.ts';
import { isSameContent } from '../../../src/check/same-content.ts';
import { anyText } from '../../any-text.ts';
import { briefText, codesOf } from '../brief-text.ts';

const publication = publicationSample();
const file = 'briefs/small-bill.md';
const fixed = (text: string) => fix(file, text, publication);

const body = `## What's Happening?

One.

## Why It's Important?

Two.

## What's Next?

Three.

## Beyond the Headlines

Four.
`;

/** A brief with its last section first. */
function swapped(last: string): string {
  const heading = '## Beyond the Headlines\n\n';
  return `${heading}${last}\n\n${body.replace(`${heading}Four.\n`, '')}`;
}

describe('front matter made unreadable by an invisible character', () => {
  const fields = '---\ntitle: A small bill\nai: none\nsources:\n  - title: A source\n---\n\n';

  it.each([
    ['a hard space after a colon', fields.replace('title: ', 'title:\u00a0')],
    ['a wide colon', fields.replace('title: ', 'title：')],
    ['no space after a colon', fields.replace('ai: ', 'ai:')],
    ['a hard space after the first fence', fields.replace('---', '---\u00a0')],
    ['a hard space after the second fence', fields.replace('---\n\n', '---\u00a0\n\n')],
  ])('is fixed: %s', (_what, broken) => {
    expect(fixed(broken + body)).toMatchObject({ text: fields + body });
  });

  it('stays where it can be read', () => {
    const text = `${fields.replace('A small bill', '"A：small bill a:b"')}${body}`;
    expect(fixed(text).text).toBe(text);
  });
});

describe('an image that Markdown does not recognise', () => {
  it.each([
    ['![A pier](./Pasted image 1.png)', '![A pier](<./Pasted image 1.png>)'],
    ['![A pier](pier (1) b.png)', '![A pier](<pier (1) b.png>)'],
    ['![A [new] *pier*](./a/pier (1.JPG "In May")', '![A [new] *pier*](<./a/pier (1.JPG> "In May")'],
    ['![A\npier](<./a pier.webp)', '![A\npier](<./a pier.webp>)'],
    ['![A pier](./the\\ pier.png)', '![A pier](<./the pier.png>)'],
    ['![A pier](.\\a\\the pier.png)', '![A pier](<./a/the pier.png>)'],
    ['![A pier] (./pier.png)', '![A pier](./pier.png)'],
    ['!(A pier)[./pier.png]', '![A pier](./pier.png)'],
    ['> - ![A](./a 1.png) ![B](./b 2.png)', '> - ![A](<./a 1.png>) ![B](<./b 2.png>)'],
  ])('is written so that it does: %s', (broken, right) => {
    const result = fixed(briefText([broken]));
    expect(result).toEqual({ text: briefText([right]), fixed: ['image-literal'] });
    expect(codesOf(result.text)).not.toContain('image-literal');
  });

  it.each(['`![A](./a b.png)`', '![A](./a.png)', 'Wow![1](see the note)', '![[a b.png]]', '![A](./a b.png'])(
    'stays if it is valid, not an image, or ambiguous: %s',
    (text) => {
      expect(fixed(briefText([text]))).toEqual({ text: briefText([text]), fixed: [] });
    },
  );
});

describe('a brief that can be fixed without a doubt', () => {
  it.each([
    [
      'a heading in small letters',
      body.replace("What's Happening?", "What's happening?"),
      ['section-heading'],
    ],
    ['a heading without its question mark', body.replace("What's Next?", "What's Next"), ['section-heading']],
    ['a heading of level 3', body.replace('## Beyond', '### Beyond'), ['section-heading']],
    [
      'an underlined heading',
      body.replace("## What's Next?", "What's next?\n------------"),
      ['section-heading'],
    ],
    ['a numbered heading', body.replace('## Why', '## 2. Why'), ['section-heading']],
    ['an emphasised heading', body.replace("What's Next?", "**What's Next?**"), ['section-heading']],
    ['a heading by another name', body.replace("Why It's Important?", 'Why It Matters'), ['section-heading']],
    ['spaces at the end of a line', body.replace('Two.', 'Two. '), ['trailing-space']],
    ['spaces in an empty line', body.replace('Two.\n\n', 'Two.\n  \n'), ['trailing-space']],
    [
      'sections out of order',
      body
        .replace("## What's Next?\n\nThree.\n\n", '')
        .replace('## Why', "## What's Next?\n\nThree.\n\n## Why"),
      ['section-order'],
    ],
  ])('%s', (_name, text, kinds) => {
    expect(fixed(text)).toEqual({ text: body, fixed: kinds });
  });

  it('has its heading in the language that it is written in', () => {
    const front = '---\nlang: es\n---\n\n';
    expect(fixed(`${front}## ¿qué está pasando\n\nUno.\n`).text).toBe(
      `${front}## ¿Qué está pasando?\n\nUno.\n`,
    );
  });

  it('loses a blank block of front matter before the real one', () => {
    expect(fixed(`---\n\n---\n---\ntitle: A\n---\n${body}`).text).toBe(`---\ntitle: A\n---\n${body}`);
  });

  it.each(['\n', ' \n\r\n', '---\n---\n', '---\n\n---\n\n---\n---\n\n', '\n---\n---\n'])(
    'loses all of %j before its front matter',
    (before) => {
      const text = `---\ntitle: A\n---\n${body}`;
      expect(fixed(before + text)).toEqual({ text, fixed: ['front-matter-missing'] });
    },
  );

  it('is correct after several fixes', () => {
    const text = body
      .replace('## Beyond the Headlines\n\nFour.\n', '')
      .replace('## What', '### beyond the headlines\n\nFour. \n\n## What');
    expect(fixed(text).text.trimEnd()).toBe(body.trimEnd());
  });

  it('passes every rule about headings afterwards', () => {
    const text = briefText(['One.'])
      .replace("What's Happening?", 'whats happening')
      .replace("What's Next?", "What's next");
    expect(codesOf(text)).toContain('section-heading');
    expect(codesOf(fixed(text).text)).not.toContain('section-heading');
  });
});

describe('sections in any order with anything in them', () => {
  it('are put in order with all that they hold, or stay as they are', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const content = fc.array(
      fc.constantFrom(
        'Words.',
        '```',
        '<!--',
        '-->',
        '[^1]',
        '[^1]: Note.',
        '- a',
        '    b',
        '> c',
        '\\',
        '<div>',
        '[a]: /a',
        '***',
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(order, fc.array(content, { minLength: 4, maxLength: 4 }), (places, contents) => {
        const headings = body.match(/^## .*$/gm) ?? [];
        const sections = places.map(
          (at) => `${headings[at] ?? ''}\n\n${(contents[at] ?? []).join('\n\n')}\n\n`,
        );
        const text = sections.join('');
        const after = fixed(text).text;
        expect(fixed(after).text).toBe(after);
        const [one, other] = [text, after].map((each) => parse(file, each, publication));
        expect(one && other && isSameContent(one, other)).toBe(true);
        expect(codesOf(after).length).toBeLessThanOrEqual(codesOf(text).length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('asterisks that are part of a word or a number', () => {
  it.each([
    ['Leser*innen und Schüler*innen', 'Leser\\*innen und Schüler\\*innen'],
    ['**Leser*innen** sind *so*: 10*12*2 m', '**Leser*innen** sind *so*: 10\\*12\\*2 m'],
    ['f***ing and b***h', 'f\\*\\*\\*ing and b\\*\\*\\*h'],
    ['- (****) and grade A*', '- (\\*\\*\\*\\*) and grade A\\*'],
  ])('get a backslash: %j', (written, expected) => {
    expect(fixed(body.replace('Two.', written))).toEqual({
      text: body.replace('Two.', expected),
      fixed: ['emphasis-unmeant'],
    });
  });

  it('are visible afterwards in any context', () => {
    const word = fc.constantFrom('Leser*innen', 'jede*r', '10*12', '7*8*9', 'f*ck', 'sh**t', '(*)', 'A*', '**bold**', 'and', 'M*A*S*H'); // prettier-ignore
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const { tree, source } = parse(file, fixed(body.replace('Two.', words.join(' '))).text, publication);
        const seen = textPassages(tree.children, source).map(({ text }) => text);
        expect(seen).toContain(words.join(' ').replaceAll('**bold**', 'bold'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is not certain or means something', () => {
  it.each([
    ['a heading that is there twice', `${body}\n## what's next\n\nFive.\n`],
    ['a section that no brief has', `## Summary\n\nZero.\n\n${body}`],
    ['a heading with a footnote', body.replace('Happening?', 'happening?[^1]').concat('\n[^1]: Note.\n')],
    ['a heading with a link', body.replace("What's Next?", "[what's next](https://example.com/)")],
    ['a heading with an image', body.replace("What's Next?", "what's next ![A chart](a.png)")],
    ['a heading with a comment', body.replace("What's Next?", "what's next <!-- why -->")],
    ['a heading with a word of its own', body.replace("What's Next?", "What's Next: EU")],
    ['a heading in another language', body.replace("What's Happening?", '¿Qué está pasando?')],
    ['a second name of a section', `${body}\n## Why it matters\n\nFive.\n`],
    ['an open fence before a section out of order', swapped('Four.\n\n```\ncode')],
    ['an open comment before a section out of order', swapped('Four.\n\n<!-- to do')],
    [
      'a definition that is there twice',
      swapped('[a]: https://a.example/').replace('Two.', '[a]: https://b.example/'),
    ],
    ['a space behind a backslash', body.replace('Two.', 'Two\\ \nand a half.')],
    ['two blank blocks of front matter before text', `---\n---\n---\n---\n${body}`],
    ['a rule before text', `\n---\n${body}`],
    ['spaces in a text that nests too deeply', `${'> '.repeat(500)}x  \ny\n`],
    ['two spaces that break a line', body.replace('Two.', 'Two  \nand a half.')],
    ['spaces in a block of code', body.replace('Two.', '```\ncode   \n```')],
    ['spaces in front matter', `---\ntitle: "A  \n  B"\n---\n${body}`],
    ['lines that end in CR LF', body.replaceAll('\n', '\r\n')],
    ['a missing line end', body.trimEnd()],
    ['a stressed part of a word', body.replace('Two.', 'Un*frigging*believable.')],
    ['a curly apostrophe', body.replaceAll("'", '’')],
  ])('%s stays as it is', (_name, text) => {
    expect(fixed(text)).toEqual({ text, fixed: [] });
  });

  it('keeps CR LF where it moves sections', () => {
    const text = body.replace('Four.', 'Four.\n\n## Extra'.replace('\n\n## Extra', ''));
    const swapped = text
      .replace("What's Next?", 'X')
      .replace("Why It's Important?", "What's Next?")
      .replace('X', "Why It's Important?");
    expect(fixed(swapped.replaceAll('\n', '\r\n')).text).not.toMatch(/[^\r]\n/);
  });

  it('is idempotent and loses no word of any text', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta'];
    const pieces = fc.constantFrom(
      ...words,
      '## ',
      "what's next",
      "## what's happening\n",
      '## Why it matters\n',
      '[^1]',
      '\n[^1]: ',
      '```\n',
      '<!-- ',
      ' -->',
      '\\ \n',
      'title: A\n',
      '    ',
      '\n',
      '\n\n',
      '---\n',
      ' ',
      "## Why It's Important?\n",
      '### Beyond the headlines',
      '`',
      '> ',
      '- ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, anyText), { maxLength: 25 }),
        (parts) => {
          const before = parts.join('');
          const { text } = fixed(before);
          expect(fixed(text)).toEqual({ text, fixed: [] });
          for (const word of words) expect(text.split(word).length).toBe(before.split(word).length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
