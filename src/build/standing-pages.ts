import { readdir, readFile } from 'node:fs/promises';
import { placeOf } from '../brief/briefs-folder.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { conflictsIn, findingsOfConflicts } from '../markdown/conflicts.ts';
import { parse } from '../markdown/parse.ts';
import type { Publication } from '../brief/publication.ts';
import { slugOf, slugPattern } from '../brief/slug.ts';

/** The folder of the publisher's own pages, relative to the project root. */
export const standingFolder = 'briefs/_pages';

/** A page of the publisher's, which lists and the footer name; its text is MDX that Astro renders. */
export interface StandingPage {
  /** The file's name, and the address. */
  readonly slug: string;
  readonly title: string;
  /** One sentence, plain text. */
  readonly description: string;
}

/** What stands at addresses of the site's own making. */
const taken = [
  '404',
  'archive',
  'authors',
  'briefs',
  'cards',
  'corrections',
  'fonts',
  'index',
  'page',
  'pagefind',
  'pictures',
  'schema',
  'search',
  'subscribe',
  'threads',
  'topics',
  'upcoming',
];

/** Every standing page, sorted by name; a folder that is not there holds none. */
export async function readStandingPages(
  root: string,
  publication: Publication,
): Promise<readonly StandingPage[]> {
  const names = await readdir(placeOf(root, standingFolder)).catch(() => []);
  const files = names.filter((name) => name.endsWith('.mdx')).sort();
  return Promise.all(files.map((name) => readPage(root, `${standingFolder}/${name}`, publication)));
}

/** Conflicts of Git in the standing pages, which would be published with both versions. */
export async function conflictsOfStandingPages(root: string): Promise<Diagnostic[]> {
  const names = await readdir(placeOf(root, standingFolder), { recursive: true }).catch(() => []);
  const files = names
    .filter((name) => /\.mdx?$/.test(name))
    .map((name) => `${standingFolder}/${name.replaceAll('\\', '/')}`)
    .sort();
  const found = await Promise.all(
    files.map(async (file) => {
      const text = (await readFile(placeOf(root, file), 'utf8')).replace(/^\ufeff/, '');
      return findingsOfConflicts(text, conflictsIn(text)).map((finding) => diagnosticOf(file, finding));
    }),
  );
  return found.flat();
}

async function readPage(root: string, file: string, publication: Publication): Promise<StandingPage> {
  const slug = slugOf(file);
  if (!slugPattern.test(slug) || taken.includes(slug)) {
    throw new Error(
      `${file}: Unexpected name "${slug}", expected lower-case letters, digits and single hyphens, and none of ${taken.join(', ')}`,
    );
  }
  const { frontMatter } = parse(file, await readFile(placeOf(root, file), 'utf8'), publication);
  const values = new Map(Object.entries((frontMatter?.values ?? {}) as Record<string, unknown>));
  const line = (name: string): string => {
    const value = values.get(name);
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    throw new Error(`${file}: Unexpected front matter without "${name}", expected "${name}: …"`);
  };
  return { slug, title: line('title'), description: line('description') };
}
