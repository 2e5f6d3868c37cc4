import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCardNames } from '../../src/build/card-names.ts';
import { linkCardOf } from '../../src/cards/card.ts';
import { languageFor } from '../../src/languages/languages.ts';
import { briefSample, publicationSample } from '../brief-sample.ts';
import { openTestProject, type TestProject } from './test-project.ts';

let project: TestProject;

beforeAll(() => {
  project = openTestProject();
});

afterAll(() => {
  project[Symbol.dispose]();
});

describe('the name of a link card', () => {
  const listing = briefSample();
  const nameIn = (publication = publicationSample(), shown = listing, key = 'a'): string | undefined => {
    const names = openCardNames(project.root, publication);
    const name = names.of(shown, key);
    names.close();
    return name;
  };
  const drawn = (publication = publicationSample()): string | undefined =>
    linkCardOf(listing, publication, languageFor(listing.lang))?.file;

  test('is that of the card as it is drawn, also when it is remembered', () => {
    expect(nameIn()).toBe(drawn());
    // The key stands for the brief, which is not described again.
    expect(nameIn(publicationSample(), { ...listing, title: 'Another title' })).toBe(drawn());
  });

  test('changes with the brief, and with the settings that the card shows', () => {
    expect(nameIn(publicationSample(), { ...listing, title: 'Another title' }, 'b')).not.toBe(drawn());
    const renamed = publicationSample({ name: 'Another name' });
    expect(nameIn(renamed)).toBe(drawn(renamed));
    expect(nameIn(renamed)).not.toBe(drawn());
    expect(nameIn()).toBe(drawn());
  });

  test('is missing in a publication without cards', () => {
    expect(nameIn(publicationSample({ cards: false }))).toBeUndefined();
  });
});
