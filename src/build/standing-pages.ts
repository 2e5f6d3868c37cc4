import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { standingFolder } from '../brief/briefs-folder.ts';
import { canonicalTag, languageOf } from '../languages/languages.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { slugFromTitle } from '../brief/slug-from-title.ts';
import { isReservedSlug, maxSlugLength, slugOf, slugPattern } from '../brief/slug.ts';
import type { Code } from '../diagnostics/codes.ts';
import { diagnosticOf, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';

/** Addresses that the site itself uses. */
const reserved = [
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

/** Lists the files of standing pages, sorted by name, and reports those that cannot be one. */
export async function listStandingFiles(
  root: string,
): Promise<{ readonly files: readonly string[]; readonly others: readonly Diagnostic[] }> {
  const entries = await readdir(absolutePath(root, standingFolder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const folder = absolutePath(root, standingFolder);
  const paths = entries
    .filter((entry) => !entry.isDirectory() && /\.(?:mdx?|markdown|html?)(?:\.txt)?$/i.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path.split('/').every((step) => !/^[._]/.test(step)))
    .sort();
  const files: string[] = [];
  const others: Diagnostic[] = [];
  for (const path of paths) {
    const problem = problemOfPath(path);
    const file = `${standingFolder}/${path}`;
    if (problem) others.push(diagnosticOf(file, problem));
    else files.push(file);
  }
  return { files, others };
}

function problemOfPath(path: string): Finding | undefined {
  const name = basename(path);
  const [folder = ''] = path.split('/');
  // Pages in other languages lie in folders of these.
  const isOfLanguage = path.split('/').length === 2 && languageOf(folder) !== undefined && canonicalTag(folder) === folder; // prettier-ignore
  const slug = slugOf(name.replace(/\.txt$/i, ''));
  const suggestion = slugPattern.test(slug) ? slug : slugFromTitle(slug, 'en');
  const right =
    suggestion !== undefined && isFree(suggestion)
      ? `${standingFolder}/${isOfLanguage ? `${folder}/` : ''}${suggestion}.mdx`
      : undefined;
  const say = (code: Code, message: string, advice: string): Finding => ({
    code,
    range: { start: 0, end: 0 },
    message,
    note: { text: `${advice}; if it is not a page, start its name with "_"` },
  });
  const rename = right === undefined ? 'rename it' : `rename it to ${quote(right)}`;
  if (path.includes('/') && !isOfLanguage) {
    return say(
      'file-slug',
      `Unexpected folder ${quote(dirname(path))} around a standing page, expected the page directly in ${standingFolder}/`,
      right === undefined ? `move it to ${standingFolder}/` : `move it to ${quote(right)}`,
    );
  }
  if (!name.endsWith('.mdx')) {
    return say(
      'file-extension',
      `Unexpected kind of file ${quote(name)}, expected a name that ends in ".mdx"`,
      rename,
    );
  }
  if (!slugPattern.test(slug) || slug.length > maxSlugLength) {
    return say(
      'file-slug',
      `Unexpected name ${quote(slug)}, expected lower-case letters a-z, digits and single hyphens, at most ${maxSlugLength} characters`,
      rename,
    );
  }
  if (isFree(slug)) return undefined;
  return say('file-slug', `Unexpected name ${quote(slug)}, expected one that neither the site nor Windows uses itself`, rename); // prettier-ignore
}

function isFree(slug: string): boolean {
  const isName = slugPattern.test(slug) && slug.length <= maxSlugLength;
  return isName && !isReservedSlug(slug) && !reserved.includes(slug);
}
