import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf, languages, problemOfLanguage } from '../src/languages/languages.ts';
import { problemOfSlug } from '../src/brief/slug.ts';
import { briefsFolderPath } from '../src/markdown/source-paths.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';
import { findDocuments, importAll } from './import/import-files.ts';

const usage = `Usage: npm run import -- FILE|FOLDER|- … [options]

Turns each document into a brief: plain text (.txt), Markdown (.md), a web page (.html) or Word (.docx). For a folder, it
imports every such file in it. For "-", it reads what you paste. It reports what it did, and never overwrites a file.

Options:
  --out FOLDER    Where to write the briefs. Default: briefs
  --lang TAG      The language of the documents: ${languages.map(({ code }) => code).join(', ')}.
                  Default: what the document says, or the language of its headings
  --topic SLUG    The topic of documents that name none. You can give it several times.
  --help          Print this text.

Exit code: 0 all imported, 1 at least one was not, 2 wrong usage.`;

export const importBriefs = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

async function run({ inputs, out, lang, topics }: Arguments, io: Io): Promise<number> {
  const { root, start, console } = io;
  const site = await readSettings(root);
  const { documents, failures, others } = await findDocuments(inputs, start);
  const print = (report: string): void => {
    console.log(`${report}\n`);
  };
  const failed = await importAll(documents, { io, out, print, publication: site, lang, topics });
  if (documents.length > 1)
    console.log(`${documents.length - failed.length} of ${documents.length} documents became briefs.`);
  if (others > 0) console.log(`Skipped files of other types: ${others}.`);
  failures.push(...failed);
  if (documents.length + failures.length === 0) {
    failures.push({ name: inputs.join(', '), reason: 'no document to import was found' });
  }
  if (failures.length === 0) return 0;
  const list = failures.map(({ name, reason }) => `  ${name}: ${reason}`);
  console.error(`Not imported:\n${list.join('\n')}`);
  return 1;
}

interface Arguments {
  readonly help: boolean;
  readonly inputs: readonly string[];
  readonly out: string;
  readonly lang: string | undefined;
  readonly topics: readonly string[];
}

function readArguments(given: readonly string[], { root, start }: Io): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      lang: { type: 'string' },
      topic: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { out, lang, topic: topics, help } = values;
  if (positionals.length === 0 && !help) return 'Expected a file, a folder, or "-".';
  if (lang !== undefined && !languageOf(lang)) return problemOfLanguage(lang);
  const wrong = topics.map(problemOfSlug).find(Boolean);
  if (wrong !== undefined) return wrong;
  return {
    help,
    inputs: positionals,
    out: out === undefined ? briefsFolderPath(root) : resolve(start, out),
    lang,
    topics,
  };
}

if (import.meta.main) await startCommand('import', importBriefs);
