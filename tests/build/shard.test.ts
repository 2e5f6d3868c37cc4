import { describe, expect, test } from 'vitest';
import { findBriefs } from '../../src/build/find-briefs.ts';
import { parseShard, shareOf } from '../../src/build/shard.ts';
import { publicationSample } from '../brief-sample.ts';
import { openFolder } from '../store/folders.ts';

test.each([
  ['2/8', { index: 2, count: 8 }],
  ['1/1', { index: 1, count: 1 }],
  ['0/8', undefined],
  ['9/8', undefined],
  ['2', undefined],
  ['2/', undefined],
  ['-1/3', undefined],
  ['1.5/3', undefined],
])('%s is a shard, or none', (text, shard) => {
  expect(parseShard(text)).toEqual(shard);
});

describe('the shares of some shards', () => {
  const count = 3;

  test('contain all briefs exactly once, and agree on the newest public ones', async () => {
    using folder = openFolder();
    for (let at = 10; at < 30; at += 1) {
      folder.write(
        `briefs/20${at}/b-${at}.md`,
        `---\ntitle: "A"\ndate: 20${at}-05-05\n---\n\ndate: 1999-01-01\n`,
      );
    }
    folder.write('briefs/draft.md', '---\ndate: "2026-01-01"\nstatus: draft\n---\n');
    folder.write('briefs/no-date.md', '---\ntitle: B\n---\n');
    folder.write('briefs/nothing.md', '');
    const { files } = await findBriefs(folder.path);
    const options = {
      root: folder.path,
      publication: publicationSample(),
      now: '2026-11-26T00:00:00+00:00',
      newest: 4,
    };
    const shares = [1, 2, 3].map((index) => shareOf({ index, count }, files, options));
    const shared = shares.flatMap((share) => share.files.map(({ file }) => file));
    expect(shared.toSorted()).toEqual(files.map(({ file }) => file).toSorted());
    for (const { files: own, newest } of shares) {
      expect(own.length).toBeLessThanOrEqual(Math.ceil(files.length / count));
      expect([...newest]).toEqual([26, 25, 24, 23].map((at) => `briefs/20${at}/b-${at}.md`));
    }
  });
});
