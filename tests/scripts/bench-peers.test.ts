import { join } from 'node:path/posix';
import { expect, test } from 'vitest';
import { astroSite } from '../../scripts/bench/peer-sites.ts';

test('the site that Astro builds for comparison has every file that its pages import', () => {
  const files = astroSite(true, 'remark');
  const imports = Object.entries(files).flatMap(([file, text]) =>
    [...String(text).matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => join(file, '..', to)),
  );
  expect(imports.length).toBeGreaterThan(2);
  expect(imports.filter((file) => !(file in files))).toEqual([]);
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining([
      'src/pages/index.astro',
      'src/pages/briefs/[slug].astro',
      'src/pages/rss.xml.ts',
    ]),
  );
});
