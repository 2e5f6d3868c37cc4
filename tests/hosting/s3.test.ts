import { expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import { hostRules } from '../../src/hosting/host-rules.ts';
import { formatS3 } from '../../src/hosting/s3.ts';

const addresses = addressesOf({ address: 'https://news.example/briefs/', lang: 'en' });
const lines = formatS3({
  bucket: 'news.example',
  base: addresses.base,
  rules: hostRules({ addresses, languages: ['es'], postsTo: undefined, searches: true }),
})
  .trim()
  .split('\n');

test('a site below a path goes to a folder of that name, and stops at the first command that fails', () => {
  expect(lines[0]).toBe('set -e');
  for (const line of lines.slice(1)) expect(line).toMatch(/^aws s3 \w+ dist s3:\/\/news\.example\/briefs -/);
});

test('assets come first, then other files, then pages, and then removed files are deleted', () => {
  expect(lines[1]).toMatch(/sync .*--include '_astro\/\*' --include 'cards\/\*'.* --cache-control 'public, max-age=31536000, immutable'$/); // prettier-ignore
  expect(lines.at(-2)).toMatch(/--exclude '\*' --include '\*\.html' /);
  expect(lines.at(-1)).toMatch(/--delete --size-only .*--exclude 'cards\/\*'/);
  expect(lines.filter((line) => line.includes('--delete'))).toHaveLength(1);
});

test('a feed has its type and is always revalidated', () => {
  expect(lines).toContainEqual(
    "aws s3 cp dist s3://news.example/briefs --recursive --exclude '*' --include 'feed.json' --include 'es/feed.json' " +
      "--exclude '_headers' --exclude '_redirects' --exclude '.nojekyll' --exclude '.git' --exclude '.git/*' " +
      "--content-type 'application/feed+json; charset=utf-8' --cache-control 'public, max-age=0, must-revalidate'",
  );
});

test('a repository in dist/ stays at home', () => {
  const all = lines.slice(1).filter((line) => !line.includes("--exclude '*'") || line.includes("'*."));
  expect(all.length).toBeGreaterThan(3);
  for (const line of all) expect(line).toContain("--exclude '.git' --exclude '.git/*'");
});
