import { existsSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { placeOf, standingFolder } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { nearestOf } from '../brief/nearest.ts';
import { slugFromTitle } from '../brief/slug-from-title.ts';
import { isReservedSlug, longestSlug, slugOf, slugPattern } from '../brief/slug.ts';
import { checkPage } from '../check/check-page.ts';
import type { PageFacts } from '../check/cross-brief-facts.ts';
import type { Code } from '../diagnostics/codes.ts';
import { diagnosticOf, hasErrors, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { LinkUse } from '../markdown/link-uses.ts';
import type { PageImport } from '../markdown/page-code.ts';
import { parse } from '../markdown/parse.ts';
import { readBrief } from './find-briefs.ts';
import { exportsOf } from './module-exports.ts';

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

/** Every standing page without errors, sorted by name; a folder that is not there holds none. */
export async function readStandingPages(
  root: string,
  publication: Publication,
): Promise<readonly StandingPage[]> {
  return (await checkStandingPages(root, publication)).pages;
}

/** What the standing pages are, and all that is wrong with each. */
export async function checkStandingPages(
  root: string,
  publication: Publication,
): Promise<{
  readonly pages: readonly StandingPage[];
  readonly facts: readonly PageFacts[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const { files, others } = await listStandingFiles(root);
  const pages: StandingPage[] = [];
  const facts: PageFacts[] = [];
  const diagnostics: Diagnostic[] = [];
  const imported = new Set<string>();
  for (const file of files) {
    const read = readBrief(root, file);
    if ('problem' in read) diagnostics.push(read.problem);
    if (!('text' in read)) continue;
    const page = checkPage(parse(file, read.text, publication), publication);
    const found = [
      ...page.findings,
      ...page.imports.flatMap((use) => findingsOfImport(use, root, file)),
      ...page.images.flatMap((use) => findingOfImage(use, root, file)),
    ].map((finding) => diagnosticOf(file, finding));
    for (const { from } of page.imports)
      if (from.startsWith('.')) imported.add(join(dirname(placeOf(root, file)), from));
    diagnostics.push(...found);
    facts.push(page.facts);
    if (page.fields && !hasErrors(found)) pages.push({ slug: slugOf(file), ...page.fields });
  }
  // A text that a page imports is a part of that page.
  const strays = others.filter(({ file }) => !imported.has(placeOf(root, file)));
  return { pages, facts, diagnostics: [...strays, ...diagnostics] };
}

/** Files that are standing pages, sorted by name, and of each that means to be one why it is not. */
export async function listStandingFiles(
  root: string,
): Promise<{ readonly files: readonly string[]; readonly others: readonly Diagnostic[] }> {
  const entries = await readdir(placeOf(root, standingFolder), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  const folder = placeOf(root, standingFolder);
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
  const slug = slugOf(name.replace(/\.txt$/i, ''));
  const suggestion = slugPattern.test(slug) ? slug : slugFromTitle(slug, 'en');
  const right =
    suggestion !== undefined && isFree(suggestion) ? `${standingFolder}/${suggestion}.mdx` : undefined;
  const say = (code: Code, message: string, advice: string): Finding => ({
    code,
    range: { start: 0, end: 0 },
    message,
    note: { text: `${advice}; if it is no page, let its name begin with "_"` },
  });
  const rename = right === undefined ? 'rename it' : `rename it to ${quote(right)}`;
  if (path.includes('/')) {
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
  if (!slugPattern.test(slug) || slug.length > longestSlug) {
    return say(
      'file-slug',
      `Unexpected name ${quote(slug)}, expected lower-case letters a-z, digits and single hyphens, at most ${longestSlug} characters`,
      rename,
    );
  }
  if (isFree(slug)) return undefined;
  return say('file-slug', `Unexpected name ${quote(slug)}, expected one that neither the site nor Windows uses itself`, rename); // prettier-ignore
}

function isFree(slug: string): boolean {
  const isName = slugPattern.test(slug) && slug.length <= longestSlug;
  return isName && !isReservedSlug(slug) && !taken.includes(slug);
}

/** What would end the build in an error of the bundler's. */
function findingsOfImport({ from, range, names }: PageImport, root: string, file: string): Finding[] {
  const module = moduleOf(from.replace(/[?#].*$/, ''), root, file);
  if (module === undefined)
    return [
      {
        code: 'mdx-code',
        range,
        message: `Unexpected import of ${quote(from)}, expected a file that is there or a package that is installed`,
        note: {
          text: /^[./]/.test(from)
            ? 'a path begins with "./" for a file beside the page, and with "/src/" for one of the project'
            : 'install the package, or write "./" before the name of a file beside the page',
        },
      },
    ];
  // With `?raw` and the like it is another module.
  const exported = /[?#]/.test(from) ? undefined : exportsOf(module);
  if (!exported) return [];
  return names
    .filter(({ name }) => !exported.includes(name))
    .map(({ name, range: place }) => {
      const nearest = name === 'default' ? undefined : nearestOf(name, exported);
      return {
        code: 'mdx-code',
        range: place,
        message:
          name === 'default'
            ? `Unexpected import of a default from ${quote(from)}, which exports none`
            : `Unexpected import of ${quote(name)} from ${quote(from)}, which exports no such name`,
        note: {
          text:
            nearest === undefined
              ? `import one that it exports${name === 'default' ? ', in braces' : ''}`
              : `did you mean ${quote(nearest)}?`,
        },
      };
    });
}

/** The file that an import means, or the name itself where it is no file of the project. */
function moduleOf(path: string, root: string, file: string): string | undefined {
  if (/^(?:astro|virtual|data|https?):/.test(path) || isBuiltin(path)) return path;
  const beside = dirname(placeOf(root, file));
  if (path.startsWith('/')) return fileOfModule(join(root, path)) ?? fileOfModule(path);
  if (path.startsWith('.')) return fileOfModule(join(beside, path));
  const [first = '', second = ''] = path.split('/');
  const name = first.startsWith('@') ? join(first, second) : first;
  const folders = createRequire(join(root, 'package.json')).resolve.paths(name) ?? [];
  return folders.some((folder) => existsSync(join(folder, name))) ? path : fileOfModule(join(beside, path));
}

/** Endings that Vite tries where there is none. */
const endings = ['', '.mjs', '.js', '.mts', '.ts', '.jsx', '.tsx', '.json'];

function fileOfModule(path: string): string | undefined {
  const typed = path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2');
  return [path, join(path, 'index')]
    .flatMap((start) => endings.map((ending) => start + ending))
    .concat(typed)
    .find((place) => statSync(place, { throwIfNoEntry: false })?.isFile() === true);
}

function findingOfImage({ url, range }: LinkUse, root: string, file: string): Finding[] {
  const path = decode(url.trim().replace(/[?#].*$/, ''));
  const place = join(dirname(placeOf(root, file)), path);
  if (statSync(place, { throwIfNoEntry: false })?.isFile() === true && extname(path) !== '') return [];
  return [
    {
      code: 'image-file',
      range,
      message: `Unexpected picture ${quote(url)}, expected a file that is there`,
      note: { text: `it would lie at ${quote(join(dirname(file), path).replaceAll('\\', '/'))}` },
    },
  ];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
