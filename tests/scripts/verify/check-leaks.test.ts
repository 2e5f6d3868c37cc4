import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLeaks } from '../../../scripts/verify/check-leaks.ts';
import { openSite } from '../../../scripts/verify/site-folder.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fourfold-leaks-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function reasonsFor(file: string, text: string, title = 'The'): string[] {
  for (const [name, content] of [
    ['index.html', '<link rel="canonical" href="https://x.example/">'],
    [file, text],
  ] as const) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const secrets = { hidden: [{ slug: 'eu', title }], folders: ['/app'] };
  return checkLeaks(openSite(folder), secrets).map(({ reason }) => reason);
}

describe('of a draft', () => {
  test.each([
    ['a.html', '<a href="/briefs/eu/">x</a>'],
    ['a.json', '{"url":"https://x.example/briefs/eu.json"}'],
    ['a.xml', '<guid>tag:x.example,2025-01-02:eu</guid>'],
    ['a.xml', '<guid>tag:x.example,2025:eu</guid>'],
    ['a.html', '<img src="/cards/eu-1ff21cdfde1f.png">'],
    ['a.html', '<img src="/cards/eu-square-1ff21cdfde1f.png">'],
    ['briefs/eu/index.html', ''],
    ['cards/eu-slide-2-1ff21cdfde1f.png', ''],
  ])('its slug is found in %s: %s', (file, text) => {
    expect(reasonsFor(file, text)).toEqual(['mentions "eu", which is not public']);
  });

  test.each([
    ['a.html', '<h2>The</h2>', 'The'],
    ['a.json', '{"title":"The"}', 'The'],
    ['a.html', '<h2>A vote on the grid’s reserve</h2>', 'A vote on the grid’s reserve'],
    ['a.html', '<p>Soon: AT&amp;T&#39;s "secret" &lt;draft></p>', 'AT&T\'s "secret" <draft>'],
    ['a.html', '<i title="AT&amp;T&#x27;s &quot;secret&quot; &lt;draft&gt;">', 'AT&T\'s "secret" <draft>'],
    ['a.json', String.raw`{"title":"AT&T's \"secret\" <draft>"}`, 'AT&T\'s "secret" <draft>'],
    [
      'a.html',
      '<a href="mailto:?subject=A%20vote%20on%20the%20grid%E2%80%99s%20reserve">',
      'A vote on the grid’s reserve',
    ],
  ])('its title is found in %s: %s', (file, text, title) => {
    expect(reasonsFor(file, text, title)).toEqual(['contains the title of "eu", which is not public']);
  });

  test.each([
    ['a.html', '<a href="/briefs/eu-ai-act/">The act</a>'],
    ['a.html', '<a href="https://elsewhere.example/eu/page">x</a>'],
    ['cards/eu-ai-act-1ff21cdfde1f.png', ''],
  ])('nothing is found where others begin alike: %s %s', (file, text) => {
    expect(reasonsFor(file, text)).toEqual([]);
  });
});

test.each([
  ['/app/briefs/_site.yaml', 1],
  ['file:///app/x.ts', 1],
  ['/app/.dist-next/index.html', 1],
  ['/apple-touch-icon.png', 0],
  ['https://x.example/app/', 0],
])('%s contains the folder of the machine: %i', (text, count) => {
  expect(reasonsFor('a.txt', text)).toHaveLength(count);
});

test('each of many drafts is found in the files that have it, and in no others', () => {
  const hidden = Array.from({ length: 300 }, (_, at) => ({ slug: `draft-${at}`, title: titleOf(at) }));
  writeFileSync(join(folder, 'index.html'), '<link rel="canonical" href="https://x.example/">');
  for (const at of [0, 7, 150, 299]) {
    writeFileSync(join(folder, `title-${at}.html`), `<p>${titleOf(at).replaceAll('"', '&quot;')}</p>`);
    writeFileSync(
      join(folder, `slug-${at}.txt`),
      `briefs/briefs/draft-${at}/ cards/draft-${at}-link-1ff21cdfde1f.png`,
    );
  }
  const found = checkLeaks(openSite(folder), { hidden, folders: [] });
  expect(found.map(({ address, reason }) => `${address} ${reason}`).sort()).toEqual(
    [0, 7, 150, 299]
      .flatMap((at) => [
        `/title-${at}.html contains the title of "draft-${at}", which is not public`,
        `/slug-${at}.txt mentions "draft-${at}", which is not public`,
      ])
      .sort(),
  );

  // Every tenth title has no six letters in a row that look the same in every notation.
  function titleOf(at: number): string {
    return at % 10 === 0 ? `Über ${at} "Räte" für Köln` : `Ministers vote on the "plan" (${at})`;
  }
});
