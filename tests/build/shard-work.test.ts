import { expect, test } from 'vitest';
import { languageFor } from '../../src/languages/languages.ts';
import { publicationJobsOf } from '../../src/build/card-jobs.ts';
import { loadShare } from '../../src/build/load.ts';
import { findWork, jobsOfWork } from '../../src/build/shard-work.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject } from './test-project.ts';

const publication = publicationSample();

/** A brief in a language, with its headings. */
function briefIn(lang: string): string {
  const { headings } = languageFor(lang);
  const [fields = ''] = briefText([], { lang }).split('\n## ');
  return `${fields}\n${headings.map((heading) => `## ${heading}\n\nText.\n`).join('\n')}`;
}

test('shards together draw the publication’s cards of every language', async () => {
  using project = openTestProject();
  for (const [at, lang] of ['en', 'es', 'fr', 'de', 'en', 'es'].entries())
    project.write(`briefs/b-${at}.md`, briefIn(lang));
  const { briefs } = await project.load({ publication });
  const wanted = publicationJobsOf(briefs, publication).map(({ file }) => file);
  expect(wanted).toHaveLength(4);
  const drawn = new Set<string>();
  for (const index of [1, 2, 3]) {
    const work = await findWork(project.root, publication, { index, count: 3 });
    const options = { root: project.root, publication, now: work.now, audience: 'public' } as const;
    const share = await loadShare(options, work.files);
    for (const { file } of jobsOfWork(project.root, publication, work, share.briefs)) drawn.add(file);
  }
  expect(wanted.filter((file) => !drawn.has(file))).toEqual([]);
});
