import { expect, test } from 'vitest';
import { findEndedLists } from '../../src/build/ended-lists.ts';
import type { ListedBrief } from '../../src/brief/site-paths.ts';
import { publicationSample } from '../brief-sample.ts';

const publication = publicationSample({ address: 'https://news.test/' });

function brief(slug: string, fields: Partial<ListedBrief> = {}): ListedBrief {
  return { slug, lang: 'en', date: '2025-09-18T00:00:00+00:00', topics: ['ai'], authors: [], corrections: 0, ...fields }; // prettier-ignore
}

/** What ends when briefs go or become others. */
function ended(
  published: readonly ListedBrief[],
  present: readonly ListedBrief[],
  ...redirected: string[]
): string[] {
  const before = published.map((listed) => ({ file: `briefs/${listed.slug}.md`, listed }));
  return findEndedLists(before, present, publication, redirected).map(
    ({ file, message }) => `${file} ${/"(.*?)"/.exec(message)?.[1] ?? ''}`,
  );
}

test.each<[string, readonly ListedBrief[], readonly ListedBrief[], readonly string[]]>([
  ['a language', [brief('a', { lang: 'es' })], [brief('b')], ['briefs/a.md /es/']],
  ['a topic', [brief('a')], [brief('b', { topics: ['law'] })], ['briefs/a.md /topics/ai/']],
  [
    'a topic of a language',
    [brief('a', { lang: 'es' })],
    [brief('b'), brief('c', { lang: 'es', topics: ['law'] })],
    ['briefs/a.md /es/topics/ai/'],
  ],
  ['the only thread', [brief('a', { thread: 'war' })], [brief('a')], ['briefs/a.md /threads/']],
  [
    'a thread beside another',
    [brief('a', { thread: 'war' })],
    [brief('a'), brief('b', { thread: 'peace' })],
    ['briefs/a.md /threads/war/'],
  ],
  [
    'an author',
    [brief('a', { authors: ['ann'] })],
    [brief('a'), brief('b', { authors: ['bo'] })],
    ['briefs/a.md /authors/ann/'],
  ],
  [
    'a year',
    [brief('a')],
    [brief('b', { date: '2026-01-01T00:00:00+00:00' })],
    ['briefs/a.md /archive/2025/'],
  ],
  ['nothing, with another brief in each list', [brief('a')], [brief('b')], []],
  ['nothing, if it stays', [brief('a')], [brief('a')], []],
  ['nothing, if a new one has its lists', [brief('a', { lang: 'es' })], [brief('new', { lang: 'es' })], []],
])('%s ends', (_what, published, present, lists) => {
  expect(ended(published, present)).toEqual(lists);
});

test('nothing is said of an address that a redirect takes', () => {
  expect(ended([brief('a')], [brief('b', { topics: ['law'] })], '/topics/ai/')).toEqual([]);
});

test.each([
  [[brief('b', { topics: ['law'] })], '/topics/ai/* /topics/ 301'],
  [[brief('b', { lang: 'es' })], '/topics/ai/* /es/topics/ai/ 301'],
])('the address of a topic that ends leads on: %#', (present, line) => {
  const published = [{ file: 'briefs/a.md', listed: brief('a') }];
  const notes = findEndedLists(published, present, publication, []).map(({ note }) => note?.text ?? '');
  expect(notes.filter((note) => note.includes(line))).toHaveLength(1);
});

test.each(['/news/topics/ai/*', '/news/topics/ai', '/news/topics/*', '/topics/ai/'])(
  'below a path, the redirect %s takes the list of a topic, and the advice has the path',
  (from) => {
    const below = publicationSample({ address: 'https://news.test/news/' });
    const find = (redirected: readonly string[]) =>
      findEndedLists(
        [{ file: 'briefs/a.md', listed: brief('a') }],
        [brief('b', { topics: ['law'] })],
        below,
        redirected,
      );
    expect(find([from])).toEqual([]);
    expect(find([])[0]?.note?.text).toContain('`/news/topics/ai/* /news/topics/ 301`');
  },
);

test('the advice for the lists of a language leaves its standing pages alone', () => {
  const [found] = findEndedLists(
    [{ file: 'briefs/a.md', listed: brief('a', { lang: 'es' }) }],
    [brief('b')],
    publication,
    [],
  );
  expect(found?.note?.text).toContain('`/es/ / 301`');
});
