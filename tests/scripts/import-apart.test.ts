import { expect, test } from 'vitest';
import { importApart } from '../../scripts/import-apart.ts';
import { publicationSample } from '../brief-sample.ts';

const options = { publication: publicationSample(), topics: [] };

async function importHtml(html: string, limits?: Parameters<typeof importApart>[1]) {
  const bytes = new TextEncoder().encode(html);
  const result = await importApart({ bytes, file: 'a.html', options }, limits);
  return 'slug' in result ? result.slug : 'problem' in result ? result.problem : 'several briefs';
}

/** Each paragraph opens all the elements before it again (HTML Living Standard, section 13.2.4.3). */
function endless(paragraphs: number): string {
  const open = Array.from({ length: 3000 }, (_, at) => `<b id=${at}>`).join('');
  return open + '<p>a'.repeat(paragraphs);
}

test('a document made to take forever fails with a reason, and the next one is imported', async () => {
  const limits = { seconds: 0.3, megabytes: 256 };
  expect(await importHtml(endless(3000), limits)).toMatch(/^reading it takes more than 0\.3 seconds: /);
  expect(await importHtml('<h1>A small bill</h1><p>Text.</p>', limits)).toBe('a-small-bill');
});

test('a document that is made to fill the memory ends with the reason', async () => {
  expect(await importHtml(endless(9000), { seconds: 60, megabytes: 64 })).toBe(
    'reading it takes more than 64 MB of memory; split it',
  );
});
