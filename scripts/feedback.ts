import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { headingsFor, languageFor } from '../src/languages/languages.ts';
import type { Publication } from '../src/brief/publication.ts';
import { visibleJson } from '../src/diagnostics/visible.ts';
import { formatFileProblem } from './feedback/file-problem.ts';
import { formatTally } from './feedback/format-tally.ts';
import { readSubmissions, type Submission } from './feedback/submissions.ts';
import { tallyOf } from './feedback/tally.ts';
import { ballotOf } from './feedback/votes.ts';
import { findBriefs } from '../src/build/find-briefs.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run feedback -- FILE… [options]

Counts readers' answers to "Do you find this article useful?". Reads what a form service exports (CSV with a header line, or
JSON), and prints the votes for each brief and each section.

Options:
  --json    Print the result as JSON.
  --help    Print this text.

Exit code: 0 counted, 1 a file cannot be read, 2 wrong usage.`;

export const feedback = commandOf<Arguments>((io) => ({
  usage,
  read: readArguments,
  act: (options) => run(options, io),
}));

async function run({ files, json }: Arguments, io: Io): Promise<number> {
  const { root, start, console } = io;
  const site = await readSettings(root);
  const read = await Promise.all(files.map((name) => readAnswers(name, start)));
  const problems = read.filter((one) => typeof one === 'string');
  if (problems.length > 0) {
    console.error(problems.join('\n\n'));
    return 1;
  }
  const { votes, ...leftOut } = ballotOf(read.flatMap((one) => (typeof one === 'string' ? [] : one)));
  const slugs = await presentSlugs(site, io);
  const tally = tallyOf(votes, (slug) => slugs.get(slug));
  if (json) console.log(visibleJson({ ...tally, leftOut }, 2));
  else console.log(formatTally(tally, leftOut, headingsFor(languageFor(site.lang), site)).trimEnd());
  return 0;
}

/** Reads the answers in a file, or returns an error message. */
async function readAnswers(name: string, start: string): Promise<readonly Submission[] | string> {
  const bytes = await readFile(resolve(start, name)).catch((error: unknown) =>
    String((error as NodeJS.ErrnoException).code),
  );
  if (typeof bytes === 'string') {
    const reason = bytes === 'ENOENT' ? 'it does not exist' : bytes === 'EISDIR' ? 'it is a folder' : bytes;
    return `${name}  error\n  Unexpected path, expected a file: ${reason}\n  note: Name the files that the form service exported.`;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const problem = { offset: 0, message: 'Unexpected bytes, expected text in UTF-8', advice: 'Save it as "CSV UTF-8", or export it again.' }; // prettier-ignore
    return formatFileProblem(name, '', problem);
  }
  const submissions = readSubmissions(text);
  return 'message' in submissions ? formatFileProblem(name, text, submissions) : submissions;
}

/** Current and former slugs (`aliases`), each with the current one; a broken brief has that of its file name. */
async function presentSlugs(
  site: Publication,
  { root, environment }: Io,
): Promise<ReadonlyMap<string, string>> {
  const now = momentOfBuild(environment, site.timeZone);
  const { briefs } = await loadSnapshot({ root, publication: site, now, audience: 'editors' });
  const { files } = await findBriefs(root);
  return new Map([
    ...briefs.flatMap(({ listing: { slug, aliases } }) => aliases.map((alias) => [alias, slug] as const)),
    ...files.map(({ slug }) => [slug, slug] as const),
  ]);
}

interface Arguments {
  readonly help: boolean;
  /** As given, without duplicates. */
  readonly files: readonly string[];
  readonly json: boolean;
}

function readArguments(given: readonly string[]): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (positionals.length === 0 && !values.help) return 'Expected a file that a form service exported.';
  return { ...values, files: [...new Set(positionals)] };
}

if (import.meta.main) await startCommand('feedback', feedback);
