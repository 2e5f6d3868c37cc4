import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { briefText, checkText } from '../check/brief-text.ts';

const problemsOf = (text: string) =>
  checkText(text).diagnostics.map(({ code, message, note, range }) => ({
    code,
    message,
    note: note?.text,
    at: text.slice(range.start, range.end),
  }));

describe('a YAML indicator in a prose field', () => {
  it.each([
    [
      '&Sons shipyard',
      '&Sons',
      '"shipyard"',
      'put the whole value in quotation marks: title: "&Sons shipyard"',
    ],
    ['&Sons', '&Sons', 'nothing', 'put the whole value in quotation marks: title: "&Sons"'],
    ['&Sons: a shipyard', '&Sons:', '"a shipyard"', 'title: "&Sons: a shipyard"'],
    ['!!str Shipyard', '!!str', '"Shipyard"', 'delete "!!str", or put the whole value in quotation marks'],
    ['! Stop the press', '!', '"Stop the press"', 'title: "! Stop the press"'],
    ['!Stop the press', '!Stop', '"the press"', 'title: "!Stop the press"'],
    ['!<tag:yaml.org,2002:str> x', '!<tag:yaml.org,2002:str>', '"x"', 'quotation marks'],
    ['&a "Shipyard"', '&a', '"Shipyard"', 'delete "&a", or put'],
    ['&a\n  Shipyard', '&a', '"Shipyard"', 'delete "&a", or put'],
    ['*nobody', '*nobody', 'nothing', 'title: "*nobody"'],
    [String.raw`"C:\new\table"`, String.raw`\n`, '"C: ew able"', String.raw`title: 'C:\new\table'`],
    [String.raw`"C:\bin"`, String.raw`\b`, '"C:', String.raw`title: 'C:\bin'`],
    [String.raw`"snake\_case of \"it\""`, String.raw`\_`, '"snake', String.raw`title: 'snake\_case of "it"'`],
    [String.raw`"A\ B"`, String.raw`\ `, '"A B"', String.raw`title: 'A\ B'`],
  ])('is an error that shows what would be read: %s', (title, at, reads, note) => {
    const [problem, ...others] = problemsOf(briefText([], { title }));
    expect(others).toEqual([]);
    expect(problem?.at).toBe(at);
    expect(problem?.message).toContain(`in "title", expected text: YAML reads ${reads}`);
    expect(problem?.note).toContain(note);
  });

  it('is found in a copy of another field, and inside of lists', () => {
    const text = briefText([], {
      title: '&t A small bill',
      reviewer: '*t',
      image: '{ src: ./a.png, alt: &x Alt }',
      figures: '[{ value: 44, label: *t }]',
    });
    expect(
      problemsOf(text).map(({ at, message }) => `${at} ${message.replace(/^.*: YAML/, 'YAML')}`),
    ).toEqual([
      '&t YAML reads "A small bill"',
      '*t YAML reads "A small bill"',
      '&x YAML reads "Alt"',
      '*t YAML reads "A small bill"',
    ]);
  });

  it.each([String.raw`"C:\users"`, String.raw`"C:\data"`])(
    'that YAML does not know gets the same advice: %s',
    (title) => {
      const [problem, ...others] = problemsOf(briefText([], { title }));
      expect(others).toEqual([]);
      expect(problem?.note).toBe(
        `between '…' a backslash is a backslash: title: ${title.replaceAll('"', "'")}`,
      );
    },
  );

  it.each([
    String.raw`"Caf\u00e9 and \xE9, \"quoted\", and\/or \\ all"`,
    String.raw`"One sentence.\nAnother.\n"`,
    '"A long title \\\n  \\ that a program broke"',
    String.raw`'C:\new\table'`,
    String.raw`C:\new\table & Sons *t !x`,
    'R&D and AT&T',
    '>-\n  &Sons are text here',
  ])('is not reported if nothing is lost: %s', (title) => {
    expect(problemsOf(briefText([], { title }))).toEqual([]);
  });

  it('is not reported in any text that a program writes as YAML', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from(String.raw`a\nt"'&*! :#[-_é`)),
          minLength: 1,
          maxLength: 20,
        }),
        (words) => {
          const title = `x${words}`.trim();
          const text = briefText([], { title: stringify(title, { lineWidth: 0 }).trimEnd() });
          const { diagnostics, known } = checkText(text);
          expect(diagnostics.filter(({ code }) => code.startsWith('front-matter'))).toEqual([]);
          expect(known.title).toBe(title.replaceAll(/\s+/g, ' '));
        },
      ),
    );
  });
});
