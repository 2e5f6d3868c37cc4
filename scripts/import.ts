import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseMoment } from '../src/brief/moment.ts';
import { aiUses, type Publication } from '../src/brief/publication.ts';
import { isReservedSlug, problemOfSlug } from '../src/brief/slug.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { lineStarts, positionAt } from '../src/diagnostics/position.ts';
import { visibleJson } from '../src/diagnostics/visible.ts';
import { languageOf, languages, problemOfLanguage } from '../src/languages/languages.ts';
import { briefsFolderPath } from '../src/markdown/source-paths.ts';
import { readPublication } from '../src/build/own-look.ts';
import { lockImport } from '../src/store/build-lock.ts';
import { commandOf, startCommand, UsageProblem, type Io } from './command.ts';
import { nameOfAddress } from './import/model-fields.ts';
import { findDocuments, importOne } from './import/import-files.ts';
import { exitCodeOf, jsonResultOf } from './import/import-result.ts';
import { formatReport } from './import/report.ts';
import { writeBriefs, type Outcome, type ReadDocument, type Written } from './import/write-briefs.ts';

const usage = `Usage: npm run import -- FILE|FOLDER|- … [options]

Turns each document into a brief: plain text (.txt), Markdown (.md), data (.json), a web page (.html) or Word (.docx). For
a folder, it imports every such file in it. For "-", it reads standard input. It checks each brief, reports what it did, and
makes a draft of a brief that a person must complete. It never overwrites a file without --update.

Options:
  --title TEXT    The title, instead of the one in the document.
  --date DATE     The date of publication, ISO 8601, instead of the one in the document.
  --topic SLUG    The topic of documents that name none. You can give it several times.
  --ai USE        How far a program wrote the text: ${aiUses.join(', ')}.
  --source TEXT   A source: an address, or a title and an address. You can give it several times.
  --author ID     An author from the settings. You can give it several times.
  --lang TAG      The language of the documents: ${languages.map(({ code }) => code).join(', ')}.
                  Default: what the document says, or the language of its headings
  --slug SLUG     The name of the brief. Default: what the document says, or made from the title
  --update        Replace the earlier version of the same brief. Its slug, date, corrections and picture stay.
  --out FOLDER    Where to write the briefs. Default: briefs
  --dry-run       Write nothing.
  --json          Print the result as JSON.
  --help          Print this text.

Exit code: 0 all pass check, 1 at least one was not imported, 2 wrong usage, 3 at least one was written as a draft that needs a person.`;

export const importBriefs = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

async function run(options: Arguments, io: Io): Promise<number> {
  const { root, start, environment, console } = io;
  const { inputs, lang, topics, stated, slug } = options;
  const publication = await readPublication(root);
  const wrong = problemOfAuthors(stated, publication);
  if (wrong !== undefined) throw new UsageProblem(wrong);
  const now = momentOfBuild(environment, publication.timeZone);
  const { documents, failures, others } = await findDocuments(inputs, start);
  const ofOne = slug === undefined ? 'title' : 'slug';
  const isForOne = slug !== undefined || 'title' in stated;
  if (documents.length > 1 && isForOne)
    throw new UsageProblem(`Unexpected --${ofOne} for ${documents.length} documents, expected one.`);
  const outcomes: Outcome[] = failures.map(({ name, reason }) => ({ name, reason }));
  if (documents.length + failures.length === 0)
    outcomes.push({ name: inputs.join(', '), reason: 'no document to import was found' });
  let total = 0;
  const taken = new Set<string>();
  for (let at = 0; at < documents.length; at += batchSize) {
    const read: ReadDocument[] = [];
    for (const document of documents.slice(at, at + batchSize)) {
      const found = await importOne(document, io, { publication, lang, topics, stated, slug });
      // The document decides, not the user.
      if (found.length > 1 && isForOne) {
        outcomes.push({
          name: document.name,
          reason: `it has ${found.length} briefs, expected one, since --${ofOne} is for one`,
        });
        continue;
      }
      for (const each of found) {
        if ('imported' in each) read.push(each);
        else outcomes.push(each);
      }
      total += found.length;
    }
    using held = new DisposableStack();
    held.use(await lockImport(root));
    const written = await writeBriefs(read, { root, publication, now, taken, ...options });
    if (!options.json) for (const outcome of written) if ('file' in outcome) console.log(`${reportOf(outcome, options)}\n`); // prettier-ignore
    outcomes.push(...written);
  }
  if (options.json) {
    const exitCode = worstOf(outcomes);
    const results = outcomes.map((outcome) => jsonResultOf(outcome, publication));
    console.log(visibleJson({ exitCode, documents: results }, 2));
    return exitCode;
  }
  const count = outcomes.filter((outcome) => 'file' in outcome).length;
  if (total > 1) console.log(`${count} of ${total} documents became briefs.`);
  if (others > 0) console.log(`Skipped files of other types: ${others}.`);
  const refused = outcomes.flatMap((each) => ('reason' in each ? [`  ${each.name}: ${each.reason}`] : []));
  if (refused.length > 0) console.error(`Not imported:\n${refused.join('\n')}`);
  return worstOf(outcomes);
}

/** Documents that are checked and written together. */
const batchSize = 100;

/** A document that was not imported matters more than one that waits for a person. */
function worstOf(outcomes: readonly Outcome[]): number {
  const exitCodes = outcomes.map(exitCodeOf);
  return [1, 3].find((exitCode) => exitCodes.some((each) => each === exitCode)) ?? 0;
}

function reportOf(written: Written, { dryRun }: Pick<Arguments, 'dryRun'>): string {
  const { imported, name, file, text, missing, kept, isUpdate } = written;
  const starts = lineStarts(text);
  const toDo = missing.map(({ range, message, note }) => {
    const { line, column } = positionAt(starts, range.start);
    return `${file}:${line}:${column}: ${message}${note ? `; ${note.text}` : ''}`;
  });
  const lines = [
    ...(dryRun ? ['nothing was written'] : []),
    ...(isUpdate ? [`replaces the earlier version, of which these fields stay: ${kept.join(', ') || 'none'}`] : []), // prettier-ignore
    ...(toDo.length > 0 ? ['a draft, which a person must complete:', ...toDo.map((each) => `  ${each}`)] : []), // prettier-ignore
  ];
  return [formatReport(imported.report, name, file), ...lines.map((each) => `  ${each}`)].join('\n');
}

interface Arguments {
  readonly help: boolean;
  readonly inputs: readonly string[];
  readonly out: string;
  readonly lang: string | undefined;
  readonly topics: readonly string[];
  readonly slug: string | undefined;
  /** Fields of the brief that options state. */
  readonly stated: Readonly<Record<string, unknown>>;
  readonly update: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
}

function readArguments(given: readonly string[], { root, start }: Io): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      title: { type: 'string' },
      date: { type: 'string' },
      topic: { type: 'string', multiple: true, default: [] },
      ai: { type: 'string' },
      source: { type: 'string', multiple: true, default: [] },
      author: { type: 'string', multiple: true, default: [] },
      lang: { type: 'string' },
      slug: { type: 'string' },
      update: { type: 'boolean', default: false },
      out: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { title, date, topic: topics, ai, source, author: authors, lang, slug, out } = values;
  const { update, 'dry-run': dryRun, json, help } = values;
  if (positionals.length === 0 && !help) return 'Expected a file, a folder, or "-".';
  if (title?.trim() === '') return 'Expected a title with words in it.';
  if (date !== undefined && parseMoment(date, 'Etc/UTC') === undefined)
    return `Unexpected date "${date}", expected ISO 8601 such as 2025-09-18 or 2025-09-18T09:00:00+08:00`;
  if (ai !== undefined && !aiUses.some((use) => use === ai))
    return `Unexpected --ai "${ai}", expected one of ${aiUses.join(', ')}`;
  const sources = source.map(sourceIn);
  const noAddress = sources.findIndex((each) => each === undefined);
  if (noAddress >= 0)
    return `Unexpected source "${source[noAddress] ?? ''}", expected an address, or a title and an address, such as "The council’s vote https://example.org/vote"`;
  if (lang !== undefined && !languageOf(lang)) return problemOfLanguage(lang);
  const wrong = [...topics, ...(slug === undefined ? [] : [slug])].map(problemOfSlug).find(Boolean);
  if (wrong !== undefined) return wrong;
  if (slug !== undefined && isReservedSlug(slug))
    return `Unexpected slug "${slug}", which the site uses itself`;
  return {
    help,
    inputs: positionals,
    out: out === undefined ? briefsFolderPath(root) : resolve(start, out),
    lang,
    topics,
    slug,
    stated: {
      ...(title !== undefined && { title: title.trim() }),
      ...(date !== undefined && { date }),
      ...(authors.length > 0 && { authors }),
      ...(ai !== undefined && { ai }),
      ...(sources.length > 0 && { sources }),
    },
    update,
    dryRun,
    json,
  };
}

/** The last address, and the words around it as the title. */
function sourceIn(text: string): { readonly title: string; readonly url: string } | undefined {
  const url = /https?:\/\/[^\s<>"]+$/.exec(text.trim())?.[0];
  if (url === undefined) return undefined;
  const title = text.trim().slice(0, -url.length).replace(/[\s:–—-]+$/, ''); // prettier-ignore
  return { title: title === '' ? nameOfAddress(url) : title, url };
}

function problemOfAuthors({ authors }: Arguments['stated'], publication: Publication): string | undefined {
  const known = Object.keys(publication.authors);
  const unknown = Array.isArray(authors) ? authors.find((each: string) => !known.includes(each)) as string | undefined : undefined; // prettier-ignore
  if (unknown === undefined) return undefined;
  return `Unexpected author "${unknown}", expected one of \`authors\` in briefs/_site.yaml: ${known.join(', ') || 'none yet'}`;
}

if (import.meta.main) await startCommand('import', importBriefs);
