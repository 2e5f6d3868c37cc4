import { languageOf } from '../../src/languages/languages.ts';
import { askedOfPerson } from './comment.ts';
import type { Division } from './divide.ts';
import type { Aside } from './document-source.ts';
import { plainText } from './lines.ts';

/** Asks what to do with a text in a language that the site does not have, or under headings that are not known. */
export function askForHeadings(division: Division, written: string | undefined, lang: string): Aside[] {
  const unknown = division.order.length > 0 ? [] : headingsBefore(division);
  const listed = unknown.map((text) => `"${text}"`).join(', ');
  const ask = (text: string): Aside[] => [{ why: askedOfPerson, text: `${askedOfPerson}: ${text}` }];
  if (written !== undefined && !languageOf(written)) {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(written) ?? written;
    return ask(
      `is this text in ${name}? The site does not have that language${unknown.length > 0 ? `, nor these headings: ${listed}` : ''}. Give --lang if it is in another one. Otherwise add ${name} to the site as .github/CONTRIBUTING.md says under "Add a language", since \`headings:\` in briefs/_site.yaml only renames those of languages that the site has, then import the draft again`,
    );
  }
  if (unknown.length < 2) return [];
  return ask(
    `which sections do these headings open: ${listed}? None of them is known. Write the four headings of a brief instead or, if all your briefs have these, add them to \`headings:\` in briefs/_site.yaml, as \`${lang}: [${listed}]\`, then import the draft again`,
  );
}

/** The headings of a text in which no section was found. */
function headingsBefore({ title, preamble }: Division): string[] {
  const below = preamble.filter((node) => node.type === 'heading');
  const isSibling = title?.type === 'heading' && below.some(({ depth }) => depth === title.depth);
  return [...(isSibling ? [title] : []), ...below].map(plainText);
}
