import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fix } from '../../src/brief/fix.ts';
import { publicationSample } from '../brief-sample.ts';
import { anyText } from '../any-text.ts';
import { briefText, codesOf } from './brief-text.ts';

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

describe('a brief that can be mended without a doubt', () => {
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
    ['spaces at the end of a line', body.replace('Two.', 'Two. '), ['trailing-space']],
    ['spaces in an empty line', body.replace('Two.\n\n', 'Two.\n  \n'), ['trailing-space']],
    [
      'sections out of order',
      body
        .replace("## What's Next?\n\nThree.\n\n", '')
        .replace('## Why', "## What's Next?\n\nThree.\n\n## Why"),
      ['section-order'],
    ],
  ])('%s', (_name, text, mended) => {
    expect(fixed(text)).toEqual({ text: body, mended });
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

  it('is in order after several faults at once', () => {
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

describe('what is not certain or means something', () => {
  it.each([
    ['a heading that is there twice', `${body}\n## what's next\n\nFive.\n`],
    ['a section that no brief has', `## Summary\n\nZero.\n\n${body}`],
    ['two spaces that break a line', body.replace('Two.', 'Two  \nand a half.')],
    ['spaces in a block of code', body.replace('Two.', '```\ncode   \n```')],
    ['spaces in front matter', `---\ntitle: "A  \n  B"\n---\n${body}`],
    ['lines that end in CR LF', body.replaceAll('\n', '\r\n')],
    ['a missing line end', body.trimEnd()],
    ['a curly apostrophe', body.replaceAll("'", '’')],
  ])('%s stays as it is', (_name, text) => {
    expect(fixed(text)).toEqual({ text, mended: [] });
  });

  it('keeps CR LF where it moves sections', () => {
    const text = body.replace('Four.', 'Four.\n\n## Extra'.replace('\n\n## Extra', ''));
    const swapped = text
      .replace("What's Next?", 'X')
      .replace("Why It's Important?", "What's Next?")
      .replace('X', "Why It's Important?");
    expect(fixed(swapped.replaceAll('\n', '\r\n')).text).not.toMatch(/[^\r]\n/);
  });

  it('once is enough: mending again changes nothing, whatever the text', () => {
    const pieces = fc.constantFrom(
      '## ',
      "what's next",
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
      fc.property(fc.array(fc.oneof(pieces, anyText), { maxLength: 15 }), (parts) => {
        const { text } = fixed(parts.join(''));
        expect(fixed(text).text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});
