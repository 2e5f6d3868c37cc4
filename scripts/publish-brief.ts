import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Moment } from '../src/brief/moment.ts';
import { compareMoments, parseMoment } from '../src/brief/moment.ts';
import type { Publication } from '../src/brief/publication.ts';
import { slugOf } from '../src/brief/slug.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { checkCards } from '../src/build/card-check.ts';
import { linkJobsOf } from '../src/build/card-jobs.ts';
import { folderFile } from '../src/build/card-preview.ts';
import { findBriefs, readBrief } from '../src/build/find-briefs.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { writePendingFixes } from '../src/build/pending-fixes.ts';
import type { SnapshotBrief } from '../src/build/snapshot.ts';
import { openWorkerPool } from '../src/build/worker-pool.ts';
import { kilobytes } from '../src/cards/contact-sheet.ts';
import { readSources } from '../src/check/report.ts';
import { saysDraft } from '../src/check/unfinished.ts';
import { hasErrors, type Diagnostic, type Range } from '../src/diagnostics/diagnostic.ts';
import { changeOf, removalOf, replacementOf, valueOf } from '../src/markdown/field-edits.ts';
import type { Draft } from '../src/markdown/draft.ts';
import { lineStarts, positionAt } from '../src/diagnostics/position.ts';
import { formatHuman } from '../src/diagnostics/print.ts';
import { parse } from '../src/markdown/parse.ts';
import { applyEdits } from '../src/markdown/text-edits.ts';
import { readPublication } from '../src/build/own-look.ts';
import { causedBy } from './caused-problems.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run publish-brief -- SLUG [options]

Publishes a draft: removes its draft status, sets its date to now, checks it, and draws its card. A date in the future stays,
and the brief is embargoed until then. If there is an error, the file stays as it is.

Options:
  --date DATE     The date of publication, ISO 8601. Default: now, or the date in the brief if it is in the future
  --out FOLDER    Where to draw the card. Default: cards
  --help          Print this text.

Exit code: 0 published, 1 not published, 2 wrong usage.`;

export const publishBrief = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

interface Arguments {
  readonly help: boolean;
  readonly slug: string;
  readonly date: string | undefined;
  readonly out: string;
}

function readArguments(given: readonly string[], { start }: Io): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      date: { type: 'string' },
      out: { type: 'string', default: 'cards' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [brief, ...more] = positionals;
  const { help, date } = values;
  if ((brief === undefined || more.length > 0) && !help)
    return 'Expected the slug of one draft, such as "ports-reopen".';
  if (date !== undefined && parseMoment(date, 'Etc/UTC') === undefined)
    return `Unexpected date "${date}", expected ISO 8601 such as 2025-09-18T09:00:00+08:00`;
  return { help, slug: slugOf(`/${brief ?? ''}`), date, out: resolve(start, values.out) };
}

async function run({ slug, date, out }: Arguments, io: Io): Promise<number> {
  const { root, environment, console } = io;
  const site = await readPublication(root);
  const now = momentOfBuild(environment, site.timeZone);
  const { files } = await findBriefs(root);
  const file = files.find((each) => each.slug === slug)?.file;
  if (file === undefined) {
    const drafts = files.filter((each) => isDraftFile(root, each.file)).map((each) => each.slug);
    console.error(`There is no brief "${slug}".${drafts.length > 0 ? ` Drafts: ${drafts.join(', ')}` : ''}`);
    return 1;
  }
  const options = { root, publication: site, now, audience: 'editors' as const };
  const before = await loadSnapshot(options);
  const read = readBrief(root, file);
  const draft = 'text' in read ? parse(file, read.text, site) : undefined;
  // Its fields cannot be read, and neither can they be changed.
  if (!draft || draft.frontMatter?.values === undefined)
    return refuse(before.diagnostics.filter((each) => each.file === file), file, draft?.source, io); // prettier-ignore
  if (valueOf(draft, 'status') !== 'draft') {
    console.error(`${file} is not a draft: it has no line \`status: draft\`. Nothing was changed.`);
    return 1;
  }
  const moment = dateOf(draft, date, site, now);
  const dating = moment === undefined ? [] : changeOf(draft, 'date', moment);
  const leaving =
    moment !== undefined && dating.length === 0
      ? replacementOf(draft, 'status', `date: ${moment}`)
      : removalOf(draft, 'status', 'published');
  const text = applyEdits(draft.source, [...leaving, ...dating]);
  // Problems are reported at their lines in the file as it is, so the text that is checked has the same lines.
  const isRemoved = text.split(/\r\n|\n|\r/).length < draft.source.split(/\r\n|\n|\r/).length;
  const checkedText = isRemoved
    ? applyEdits(draft.source, [...changeOf(draft, 'status', 'published'), ...dating])
    : text;
  const after = await loadSnapshot({ ...options, replaced: new Map([[file, checkedText]]) });
  const brief = after.briefs.find(({ listing }) => listing.file === file);
  const ofCards = brief ? await checkCards(root, site, [brief]) : [];
  const caused = causedBy(file, before.diagnostics, [...after.diagnostics, ...ofCards]);
  if (hasErrors(caused) || !brief) {
    const placed = caused.map((each) => placedIn(draft.source, checkedText, file, each));
    return refuse(placed, file, draft.source, io);
  }
  await writePendingFixes(root, [{ file, before: draft.source, after: text, fixed: [] }]);
  const written = caused.map((each) => movedTo(text, checkedText, file, each));
  if (written.length > 0) console.error(`${await reportOf(written, file, text, io)}\n`);
  const { visibility, listing } = brief;
  console.log(
    visibility === 'embargoed'
      ? `${file}  embargoed until ${listing.date}`
      : `${file}  published, dated ${listing.date}: it appears with the next build`,
  );
  return drawCard(brief, site, out, io);
}

function isDraftFile(root: string, file: string): boolean {
  const read = readBrief(root, file);
  return 'text' in read && saysDraft(read.text);
}

/** The date to write; undefined if the one in the brief stays, since it is in the future. */
function dateOf(
  draft: Draft,
  date: string | undefined,
  { timeZone }: Publication,
  now: Moment,
): Moment | undefined {
  if (date !== undefined) return parseMoment(date, timeZone);
  const planned = parseMoment(valueOf(draft, 'date') ?? '', timeZone);
  return planned !== undefined && compareMoments(planned, now) > 0 ? undefined : now;
}

/** The same problem in the file as it is, which has the same lines as the text that was checked. */
function placedIn(source: string, checkedText: string, file: string, problem: Diagnostic): Diagnostic {
  const checkedLines = lineStarts(checkedText);
  const lines = lineStarts(source);
  const place = (offset: number): number => {
    const { line, column } = positionAt(checkedLines, offset);
    return Math.min((lines[line - 1] ?? 0) + column - 1, (lines[line] ?? source.length + 1) - 1);
  };
  return withPlaces(problem, file, place);
}

/** The same problem in the text as it is written, which lacks the line of the status. */
function movedTo(text: string, checkedText: string, file: string, problem: Diagnostic): Diagnostic {
  const less = checkedText.length - text.length;
  let same = 0;
  while (same < text.length && text[same] === checkedText[same]) same += 1;
  return withPlaces(problem, file, (offset) => (offset <= same ? offset : Math.max(same, offset - less)));
}

/** The problem with other places in one file. */
function withPlaces(problem: Diagnostic, file: string, place: (offset: number) => number): Diagnostic {
  const placed = ({ start, end }: Range): Range => ({ start: place(start), end: place(end) });
  const { note, range } = problem;
  return {
    ...problem,
    range: problem.file === file ? placed(range) : range,
    ...(note?.at?.file === file && { note: { ...note, at: { file, range: placed(note.at.range) } } }),
  };
}

async function refuse(
  problems: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  io: Io,
): Promise<number> {
  io.console.error(await reportOf(problems, file, text, io));
  io.console.error(
    `\n${file} was not published, and nothing was changed. Correct the errors, then publish it again.`,
  );
  return 1;
}

async function reportOf(
  problems: readonly Diagnostic[],
  file: string,
  text: string | undefined,
  { root }: Io,
): Promise<string> {
  const sourceOf = await readSources(root, problems);
  return formatHuman(problems, (each) => (each === file ? text : sourceOf(each)));
}

async function drawCard(
  brief: SnapshotBrief,
  site: Publication,
  out: string,
  { root, start, console }: Io,
): Promise<number> {
  const [job] = linkJobsOf([brief], site);
  if (!job) return 0;
  const pool = openWorkerPool(root, 'cards', 1);
  try {
    const { files } = await pool.run([job]);
    const drawn = files.get(job.file);
    if (!drawn) return 1;
    const path = join(out, folderFile(brief.listing.slug, job));
    await mkdir(dirname(path), { recursive: true });
    await copyFile(drawn.path, path);
    console.log(`${relative(start, path)}  ${kilobytes(drawn.bytes)}`);
    return 0;
  } finally {
    await pool.close();
  }
}

if (import.meta.main) await startCommand('publish-brief', publishBrief);
