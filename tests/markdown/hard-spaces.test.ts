import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fix } from '../../src/check/fixes/fix.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

const publication = publicationSample();

/** The first section after `--fix`; `_` is a no-break space. */
function fixed(text: string): string {
  const source = briefText([text.replaceAll('_', '\u00a0')]);
  const [before = '', after = ''] = briefText(['☞']).split('☞');
  return fix('briefs/a.md', source, publication)
    .text.slice(before.length, -after.length)
    .replaceAll('\u00a0', '_');
}

describe('a text whose spaces are all hard', () => {
  test.each([
    ['The_bill_was_small,_they_said.', 'The bill was small, they said.'],
    ['The_bill_was_294_000_euros_on_3_May.', 'The bill was 294_000_euros on 3_May.'],
    ['They_said_so_on_May_3_in_Rome.', 'They said so on May_3_in Rome.'],
    ['Le_prix_a_monté_:_«_trop_cher_»_!', 'Le prix a_monté_: «_trop cher_»_!'],
    ['It_cost_the_firm_12_%,_says_p._5_of_it.', 'It cost the firm 12_%, says p._5_of it.'],
    ['The&nbsp;bill&nbsp;was&nbsp;very&nbsp;small.', 'The bill was very small.'],
    ['Счёт_был_не_очень_большим.', 'Счёт был не очень большим.'],
  ])('%j becomes %j', (text, soft) => {
    expect(fixed(text)).toBe(soft);
  });

  test.each([
    'Dr._Jane_Q._Public met Mr_van_der Berg.',
    'Il a dit_: «_Non_»_; et puis_?',
    'It took 10_000_000_km and 5_h_30_min.',
    'The_bill was small.',
    'Call +33_6_12_34_56_78.',
    'M._de_La_Fontaine said so.',
    '`The_bill_was_small`',
    '```\nThe_bill_was_small\n```',
  ])('%j stays', (text) => {
    expect(fixed(text)).toBe(text);
  });

  test('is found and fixed in fields, too', () => {
    const title = 'The bill of the port was small';
    const text = (words: string) => briefText([], { title: words });
    const pasted = text(title.replaceAll(' ', '\u00a0'));
    expect(
      check(parse('briefs/a.md', pasted, publication), publication).diagnostics.map(({ code }) => code),
    ).toEqual(['hard-space']);
    expect(fix('briefs/a.md', pasted, publication).text).toBe(text(title));
    const colon = 'The_bill_of_the_port:_small_#_one'.replaceAll('_', '\u00a0');
    const soft = 'The bill of the port:_small_#_one'.replaceAll('_', '\u00a0');
    expect(fix('briefs/a.md', text(colon), publication).text).toBe(text(soft));
  });

  test('keeps every other character, and can break between ordinary words', () => {
    const word = fc.stringMatching(/^[a-zé]{2,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 5, maxLength: 12 }), (words) => {
        expect(fixed(words.join('_'))).toBe(words.join(' '));
      }),
    );
  });
});
