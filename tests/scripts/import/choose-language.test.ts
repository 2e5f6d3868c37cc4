import { describe, expect, it } from 'vitest';
import { publicationSample } from '../../brief-sample.ts';
import { fieldsOf, sections } from './fields-sample.ts';
import { importText } from './import-sample.ts';

describe('the language', () => {
  const german = '## Was ist passiert?\n\nEtwas.\n\n## Warum ist das wichtig?\n\nDarum.';

  it.each<[string, string, string, Parameters<typeof importText>[2], unknown]>([
    ['of the headings', german, 'a.md', {}, 'de'],
    ['of the option, first of all', german, 'a.md', { lang: 'fr' }, 'fr'],
    ['of the front matter, before the headings', `---\nlang: it\n---\n\n${german}`, 'a.md', {}, 'it'],
    [
      'of a page that agrees with the headings, exactly',
      '<html lang="de-AT"><h2>Was ist passiert?</h2></html>',
      'a.html',
      {},
      'de-AT',
    ],
    [
      'of the headings, if a page says another',
      '<html lang="en"><h2>Was ist passiert?</h2></html>',
      'a.html',
      {},
      'de',
    ],
    [
      'of the publication, if a page says only where it is spoken',
      '<html lang="en-US"><p>One.</p></html>',
      'a.html',
      {},
      undefined,
    ],
    ['of the publication, which goes without saying', sections, 'a.md', {}, undefined],
    [
      'of the publication, if nothing tells',
      'Nothing.',
      'a.txt',
      { publication: publicationSample({ lang: 'ja' }) },
      undefined,
    ],
    [
      'of the publication, for names that several share',
      '## Sources\n\nOne.',
      'a.md',
      { publication: publicationSample({ lang: 'fr' }) },
      undefined,
    ],
  ])('is that %s', async (_where, text, file, options, lang) => {
    expect((await fieldsOf(text, file, options))['lang']).toBe(lang);
  });

  it('gives the headings, which are the publication’s own where it has some', async () => {
    const publication = publicationSample({ headings: { en: ['Now', 'Why', 'Next', 'Beyond'] } });
    const { draft } = await importText(sections, 'a.md', { publication });
    expect(draft.outline.map(({ text, exact }) => [text, exact])).toEqual(
      ['Now', 'Why', 'Next', 'Beyond'].map((text) => [text, true]),
    );
  });
});
