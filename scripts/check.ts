import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { Publication } from '../src/brief/publication.ts';
import { MissingBaseline, type Baseline } from '../src/build/baseline.ts';
import { checkCards } from '../src/build/card-check.ts';
import { hasErrors, sortDiagnostics, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../src/diagnostics/github.ts';
import { formatJson } from '../src/diagnostics/json.ts';
import { formatHuman, type Paint } from '../src/diagnostics/print.ts';
import { formatSarif } from '../src/diagnostics/sarif.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { briefsFolder, isOfLook, settingsFile, standingFolder } from '../src/brief/briefs-folder.ts';
import { briefsFolderPath } from '../src/markdown/source-paths.ts';
import { reasonOfEmptyFolder } from '../src/build/empty-site.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { componentsFolder } from '../src/build/own-components.ts';
import { openBaseline } from '../src/build/open-baseline.ts';
import { findPendingFixes, writePendingFixes, type PendingFix } from '../src/build/pending-fixes.ts';
import { checkPublicFolder, rememberedIconProblem } from '../src/build/public-folder.ts';
import { findImageFixes, imagesOfBriefs, writeImageFixes } from '../src/build/image-fixes.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { readSources } from '../src/check/report.ts';
import { withLook } from '../src/build/own-look.ts';
import { checkSettings, type CheckedSettings } from '../src/settings/settings.ts';
import { migrateSettings } from './migrate-settings.ts';
import { listImages } from '../src/build/stray-images.ts';
import { findChecked, type CheckedFiles } from './check-files.ts';
import { checkElsewhere, findElsewhere, fixElsewhere, type Elsewhere } from './check-elsewhere.ts';
import { checkOnChange } from './check-watch.ts';
import { commandOf, startCommand, UsageProblem, type Io } from './command.ts';

const usage = `Usage: npm run check -- [files or folders…] [options]

Checks the settings, every brief and every standing page, and draws the cards. If you name files or folders, only their
problems are reported. A Markdown file elsewhere, each one in a folder elsewhere, or standard input ("-") is checked as if it
were a brief of its name.

Options:
  --format FORMAT    How to print the report: human (default), github, sarif or json.
  --fix              Fix what has only one right answer: section headings and their order, stray spaces, and the place
                     where a photo was taken, which is removed from the image file.
  --dry-run          With --fix: show the changes as a diff, and write nothing.
  --strict           Treat warnings as errors.
  --published        Compare with what is published, and report briefs that would disappear or change their address.
  --against WHAT     What is published: a branch, tag or commit, a folder of sources, a built site, or the address of the
                     site. Default with --published: the branch published
  --watch            Keep running, and check again after each change.
  --help             Print this text.

Exit code: 0 no errors, 1 errors, 2 wrong usage, or nothing to compare with.`;

const formats = { github: formatGithub, json: formatJson, sarif: formatSarif };

export const check = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io.environment),
  act: (options) => run(options, io),
}));

async function run(options: Arguments, io: Io): Promise<number> {
  const { paths, watch, format } = options;
  const { root, start } = io;
  const { others, ...elsewhere } = await findElsewhere(paths, io);
  if (elsewhere.texts.length + elsewhere.problems.length > 0) {
    if (watch) throw new UsageProblem(`--watch watches ${briefsFolder}/ only. Name briefs in that folder.`);
    if (others.length === 0) return reportElsewhere(elsewhere, options, io);
    if (format !== 'human')
      throw new UsageProblem(
        `A report in ${format} is of files outside ${briefsFolder}/ or inside, not of both.`,
      );
    const code = await reportElsewhere(elsewhere, options, io);
    return Math.max(code, await run({ ...options, paths: others }, io));
  }
  const checked = await findChecked(root, paths, start);
  if (typeof checked === 'string') throw new UsageProblem(checked);
  if (!watch) return fixAndReport(options, checked, io);
  if (!existsSync(briefsFolderPath(root)))
    throw new UsageProblem(`There is no folder ${briefsFolder}/ to watch. The first brief makes it: npm run new -- "Title"`); // prettier-ignore
  await fixAndReport(options, checked, io);
  const again = async (): Promise<void> => {
    const now = await findChecked(root, paths, start);
    // The last named brief may have been deleted.
    if (typeof now === 'string') throw new Error(now);
    await fixAndReport(options, now, io);
  };
  return checkOnChange([briefsFolderPath(root), join(root, componentsFolder)], again, sayerFor(format, io));
}

/** Fixes and checks texts that are not in the folder of briefs; returns the exit code. */
async function reportElsewhere(
  { texts: found, problems }: Pick<Elsewhere, 'texts' | 'problems'>,
  options: Arguments,
  io: Io,
): Promise<number> {
  const { root, environment, output, console } = io;
  const { format, strict, dryRun } = options;
  const settings = checkSettings(root);
  if ('diagnostics' in settings) {
    await report(settings.diagnostics, options, io);
    return 1;
  }
  const { publication } = settings;
  const fixes = options.fix ? await fixElsewhere(found, publication, dryRun) : [];
  for (const each of fixes) reportFix({ ...each, file: each.name, after: each.text }, options, io);
  const texts = options.fix && !dryRun ? fixes : found;
  const now = momentOfBuild(environment, publication.timeZone);
  const shown = await checkElsewhere({ texts, problems }, { root, publication, now });
  const sourceOf = (file: string): string | undefined => texts.find(({ name }) => name === file)?.text;
  const count = texts.length + problems.length;
  if (format !== 'human') output.write(formats[format](shown, sourceOf));
  else if (shown.length > 0) output.write(`${formatHuman(shown, sourceOf, painterFor(output))}\n`);
  else console.log(`${count} brief${count === 1 ? '' : 's'} checked: 0 errors, 0 warnings`);
  return hasErrors(shown) || (strict && shown.length > 0) ? 1 : 0;
}

/** Fixes and checks once; returns the exit code. */
async function fixAndReport(options: Arguments, { named, fixable }: CheckedFiles, io: Io): Promise<number> {
  const { root, environment, console } = io;
  if (options.fix) {
    const migrated = await migrateSettings(root, options.dryRun);
    if (migrated !== undefined) sayerFor(options.format, io)(migrated);
  }
  const settings = checkSettings(root);
  if ('diagnostics' in settings) {
    await reportWithoutSettings(settings, options, named, io);
    return 1;
  }
  const { publication, problems } = await withLook(root, settings.publication);
  if (options.fix) {
    await fixBriefs(fixable, publication, options, io);
    await fixImages(fixable, publication, options, io);
  }
  const now = momentOfBuild(environment, publication.timeZone);
  const { baseline, unknown } = await findBaseline(options, io);
  const snapshot = await loadSnapshot({ root, publication, now, audience: 'editors', baseline });
  const { briefs, diagnostics } = snapshot;
  const isNamed = (file: string): boolean => options.paths.length === 0 || named.has(file);
  const found = [
    ...problems,
    ...diagnostics,
    ...(await checkPublicFolder(root, rememberedIconProblem)),
  ].filter(({ file }) => isNamed(file));
  // Includes problems of settings that affect a named card.
  const ofCards = await checkCards(root, publication, briefs, isNamed);
  const shown = sortDiagnostics([...found, ...ofCards]);
  if (shown.length === 0 && options.format === 'human') {
    console.log(`${countOf(named)} checked: 0 errors, 0 warnings`);
  } else await report(shown, options, io);
  // A build does not replace a site with an empty one.
  const empty = options.paths.length === 0 && snapshot.counts.files === 0 ? reasonOfEmptyFolder(root) : undefined; // prettier-ignore
  if (empty !== undefined) {
    console.error(`${empty} For a site without briefs: npm run build -- --allow-empty`);
    return 1;
  }
  if (unknown !== undefined) {
    console.error(`Not compared with what is published. ${unknown}`);
    return 2;
  }
  return hasErrors(shown) || (options.strict && shown.length > 0) ? 1 : 0;
}

/** Reports what is wrong in the settings, and in all that does not depend on what is wrong there. */
async function reportWithoutSettings(
  { diagnostics, valid }: Extract<CheckedSettings, { readonly diagnostics: unknown }>,
  options: Arguments,
  named: ReadonlySet<string>,
  io: Io,
): Promise<void> {
  const { root, environment } = io;
  const { publication, problems = [] } = valid ? await withLook(root, valid.publication) : {};
  const isNamed = (file: string): boolean => options.paths.length === 0 || named.has(file);
  const others = [...problems];
  if (publication && valid?.isEnough) {
    const now = momentOfBuild(environment, publication.timeZone);
    const snapshot = await loadSnapshot({ root, publication, now, audience: 'editors' });
    others.push(...snapshot.diagnostics);
  }
  await report(sortDiagnostics([...diagnostics, ...others.filter(({ file }) => isNamed(file))]), options, io);
  if (!valid?.isEnough) io.console.error('The briefs were not checked, since that needs the settings.');
}

/** What is published, or why that is not known. */
async function findBaseline(
  { published, against }: Arguments,
  { root, start }: Io,
): Promise<{ readonly baseline?: Baseline; readonly unknown?: string }> {
  if (!published) return {};
  try {
    return { baseline: await openBaseline(root, against, start) };
  } catch (error) {
    if (error instanceof MissingBaseline) return { unknown: error.message };
    throw error;
  }
}

/** `12 briefs`, `1 page`, `1 brief and 2 pages`. */
function countOf(named: ReadonlySet<string>): string {
  const pages = [...named].filter((file) => file.startsWith(`${standingFolder}/`)).length;
  const settings = named.has(settingsFile) ? 1 : 0;
  const look = [...named].filter(isOfLook).length;
  const briefs = named.size - pages - settings - look;
  const say = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
  const counts = [
    ...(briefs > 0 || named.size === 0 ? [say(briefs, 'brief')] : []),
    ...(pages > 0 ? [say(pages, 'page')] : []),
    ...(settings > 0 ? ['the settings'] : []),
    ...(look > 0 ? ['the look'] : []),
  ];
  return counts.join(', ').replace(/, (?=[^,]*$)/, ' and ');
}

async function report(
  shown: readonly Diagnostic[],
  { format }: Arguments,
  { root, output }: Io,
): Promise<void> {
  const sourceOf = await readSources(root, shown);
  if (format === 'human') output.write(`${formatHuman(shown, sourceOf, painterFor(output))}\n`);
  else output.write(formats[format](shown, sourceOf));
}

async function fixBriefs(
  files: readonly string[],
  publication: Publication,
  { dryRun, format }: Arguments,
  io: Io,
): Promise<void> {
  const { root } = io;
  const fixes = findPendingFixes(root, files, publication);
  if (!dryRun) await writePendingFixes(root, fixes);
  for (const each of fixes) reportFix(each, { dryRun, format }, io);
}

function reportFix(
  { file, before, after, fixed }: PendingFix,
  { dryRun, format }: Pick<Arguments, 'dryRun' | 'format'>,
  io: Io,
): void {
  if (before === after) return;
  const patch = (): string => createTwoFilesPatch(visible(file), visible(file), before, after, '', '').split('\n').slice(1).join('\n'); // prettier-ignore
  sayerFor(format, io)(dryRun ? patch() : `${file}  fixed  ${fixed.join(', ')}`);
}

/** Removes locations from the images of the given briefs, or from all images. */
async function fixImages(
  files: readonly string[],
  publication: Publication,
  { dryRun, format, paths }: Arguments,
  io: Io,
): Promise<void> {
  const { root } = io;
  const images = paths.length === 0 ? listImages(root) : imagesOfBriefs(root, files, publication);
  const fixes = await findImageFixes(root, images);
  if (!dryRun) await writeImageFixes(root, fixes);
  const say = sayerFor(format, io);
  for (const { file, after } of fixes) {
    if (!after) say(`${file}  not fixed: remove the location in an image editor`);
    else if (dryRun) say(`${file}  would lose its location and nothing else`);
    else
      say(
        `${file}  fixed  image-location: the location was removed from the file. If the file was ever committed, Git's history still contains it: see "git filter-repo --path ${file}"`,
      );
  }
}

/** Messages must not end up in a report for programs. */
function sayerFor(format: Arguments['format'], { console }: Io): (message: string) => void {
  return format === 'human'
    ? (message) => {
        console.log(message);
      }
    : (message) => {
        console.error(message);
      };
}

interface Arguments {
  readonly help: boolean;
  /** Files and folders as given. */
  readonly paths: readonly string[];
  readonly format: 'human' | keyof typeof formats;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly watch: boolean;
  readonly published: boolean;
  readonly against: string | undefined;
}

function readArguments(given: readonly string[], environment: NodeJS.ProcessEnv): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'human' },
      fix: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      published: { type: 'boolean', default: false },
      against: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { format, fix, 'dry-run': dryRun, strict, watch, against, help } = values;
  if (!isFormat(format)) return `Unexpected format "${format}"`;
  if (dryRun && !fix) return 'Unexpected --dry-run without --fix';
  // Throws if the variable is not a date.
  momentOfBuild(environment, 'Etc/UTC');
  const published = values.published || against !== undefined;
  return { paths: positionals, format, fix, dryRun, strict, watch, published, against, help };
}

function isFormat(text: string): text is Arguments['format'] {
  return text === 'human' || Object.hasOwn(formats, text);
}

/** Colours only on a terminal and without NO_COLOR; `styleText` checks both. */
function painterFor(stream: NodeJS.WritableStream): Paint {
  const styles = { error: 'red', warning: 'yellow', place: 'bold', code: 'dim', gutter: 'dim' } as const;
  return (part, text) => styleText(styles[part], text, { stream });
}

if (import.meta.main) await startCommand('check', check);
