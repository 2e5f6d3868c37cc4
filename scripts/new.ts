import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { languageOf, languages, problemOfLanguage } from '../src/languages/languages.ts';
import { slugFromTitle } from '../src/brief/slug-from-title.ts';
import { problemOfSlug } from '../src/brief/slug.ts';
import { template, type NewBrief } from '../src/languages/template.ts';
import { briefsFolder } from '../src/brief/briefs-folder.ts';
import { absolutePath, briefsFolderPath } from '../src/markdown/source-paths.ts';
import { findBriefs } from '../src/build/find-briefs.ts';
import type { Publication } from '../src/brief/publication.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';
import { askForBrief, askForSlug, formOfSlug, isSlugOfBrief } from './new-questions.ts';

const usageOf = (site: Publication): string => `Usage: npm run new -- "Title" [options]
       npm run new

Writes briefs/<slug>.md from the template, as a draft, and prints its path. Without a title, it asks for one. It never overwrites a file.

Options:
  --lang TAG      The language of the brief: ${languages.map(({ code }) => code).join(', ')}.
                  Default: ${site.lang}, the publication's
  --topic SLUG    A topic. You can give it several times.
  --slug SLUG     The name of the file, which is also the brief's address. Default: made from the title
  --help          Print this text.

Exit code: 0 written, 1 not written, 2 wrong usage.`;

export const newBrief = commandOf<Arguments>(async (io) => {
  const site = await readSettings(io.root);
  return { usage: usageOf(site), read: readArguments, act: (options) => run(options, site, io) };
});

async function run(given: Arguments, site: Publication, io: Io): Promise<number> {
  const { input, output, console } = io;
  const { title, lang, topics } = given;
  const canAsk = input.isTTY === true && output.isTTY === true;
  if (title === undefined && !canAsk) {
    console.error(`Expected a title.\n\n${usageOf(site)}`);
    return 2;
  }
  const brief =
    title === undefined
      ? await askForBrief(site, { lang, topics })
      : { title, lang: lang ?? site.lang, topics };
  const slug = brief && (given.slug ?? slugToWrite(brief) ?? (canAsk ? await askForSlug() : undefined));
  if (brief && slug !== undefined) return write({ ...brief, slug }, site, io);
  if (brief && !canAsk) {
    console.error(
      `No file name can be made from the title "${brief.title}". Add one: --slug with ${formOfSlug}.\n\n${usageOf(site)}`,
    );
    return 2;
  }
  console.error('Nothing was written.');
  return 1;
}

/** Undefined if the writer must choose: kanji have several readings, and the transliterator uses the Chinese ones. */
function slugToWrite({ title, lang }: Pick<NewBrief, 'title' | 'lang'>): string | undefined {
  return /^ja\b/.test(lang) && /\p{Script=Han}/u.test(title) ? undefined : slugFromTitle(title, lang);
}

interface Arguments {
  readonly help: boolean;
  readonly title: string | undefined;
  readonly lang: string | undefined;
  readonly topics: readonly string[];
  readonly slug: string | undefined;
}

function readArguments(given: readonly string[]): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      topic: { type: 'string', multiple: true, default: [] },
      slug: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { lang, topic: topics, slug, help } = values;
  const [title] = positionals;
  if (positionals.length > 1) return 'Expected one title: put it in quotation marks.';
  if (title?.trim() === '') return 'Expected a title with words in it.';
  if (lang !== undefined && !languageOf(lang)) return problemOfLanguage(lang);
  if (slug !== undefined && !isSlugOfBrief(slug))
    return `"${slug}" is not a slug of a brief: use ${formOfSlug}.`;
  const wrong = topics.map(problemOfSlug).find(Boolean);
  if (wrong !== undefined) return wrong;
  return { help, title, lang, topics, slug };
}

async function write(
  { slug, ...brief }: Omit<NewBrief, 'date'> & { readonly slug: string },
  site: Publication,
  { root, environment, console }: Io,
): Promise<number> {
  const file = `${briefsFolder}/${slug}.md`;
  const { files } = await findBriefs(root);
  const there = files.find((each) => each.slug === slug)?.file;
  const date = momentOfBuild(environment, site.timeZone);
  if (there === undefined && (await writeNew(root, file, template({ ...brief, date }, site)))) {
    console.log(file);
    return 0;
  }
  console.error(`${there ?? file} already exists. Nothing was written. Choose another title.`);
  return 1;
}

/** Writes a file unless it exists; returns whether it did. */
async function writeNew(root: string, file: string, text: string): Promise<boolean> {
  await mkdir(briefsFolderPath(root), { recursive: true });
  try {
    await writeFile(absolutePath(root, file), text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

if (import.meta.main) await startCommand('new', newBrief);
