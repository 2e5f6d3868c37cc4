import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paper } from '../../src/brief/colour.ts';
import { manifestData } from '../../src/metadata/manifest.ts';
import { addressesSample, publicationSample } from '../brief-sample.ts';

describe('the manifest', () => {
  test('puts the site on a home screen under its own path, in its own language', () => {
    const publication = publicationSample({ lang: 'ar', shortName: '4fold' });
    expect(manifestData(publication, addressesSample())).toMatchObject({
      id: '/news/',
      name: 'Fourfold',
      short_name: '4fold',
      lang: 'ar',
      dir: 'rtl',
      start_url: '/news/',
      scope: '/news/',
    });
  });

  test('has the full name below the icon by default', () => {
    expect(manifestData(publicationSample(), addressesSample())).toMatchObject({ short_name: 'Fourfold' });
  });
});

test('the paper outside of a page is the paper of the page', () => {
  const tokens = readFileSync(new URL('../../src/site/styles/tokens.css', import.meta.url), 'utf8');
  expect(tokens).toContain(`--paper: light-dark(${paper.light}, ${paper.dark});`);
});
