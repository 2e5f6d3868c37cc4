import { existsSync } from 'node:fs';
import { parseArgs, styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import type { Publication } from '../src/brief/publication.ts';
import { hasErrors, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../src/diagnostics/github.ts';
import { formatJson } from '../src/diagnostics/json.ts';
import { formatHuman, type Paint } from '../src/diagnostics/print.ts';
import { formatSarif } from '../src/diagnostics/sarif.ts';
import { briefsFolder, placeOfBriefs } from '../src/brief/briefs-folder.ts';
import { loadEdition } from '../src/press/load.ts';
import { findMendings, writeMendings } from '../src/press/mend.ts';
import { momentOfBuild } from '../src/press/now.ts';
import { readSources } from '../src/press/report.ts';
import { checkSettings } from '../src/press/settings.ts';
import { findChecked, type CheckedFiles } from './check-files.ts';
import { checkOnChange } from './check-watch.ts';
import { runCommand, writersFolder } from './command.ts';

const usage = `Usage: npm run check -- [files or folders…] [options]

Checks src/site.ts, then runs every rule over every brief, or reports only on the briefs that are named.

  --format human|github|sarif|json   how to report (human)
  --fix                              write what is certain: headings, their order, spaces that mean nothing
  --dry-run                          with --fix: show the changes as a diff and write nothing
  --strict                           warnings count as errors
  --watch                            go on, and report (with --fix: mend and report) again after each change

Exit code: 0 clean, 1 errors, 2 wrong usage.`;

const formats = { github: formatGithub, json: formatJson, sarif: formatSarif };

const root = process.cwd();

const start = writersFolder('check');

await runCommand(usage, readArguments, run);

async function run(options: Arguments): Promise<number> {
  const { paths, watch, format } = options;
  const checked = await findChecked(root, paths, start);
  if (typeof checked === 'string') {
    console.error(`${checked}\n\n${usage}`);
    return 2;
  }
  if (!watch) return (await mendAndReport(options, checked)) ? 0 : 1;
  if (!existsSync(placeOfBriefs(root))) {
    console.error(
      `There is no folder ${briefsFolder}/ to watch. The first brief makes it: npm run new -- "Title"`,
    );
    return 2;
  }
  await mendAndReport(options, checked);
  const again = async (): Promise<void> => {
    const now = await findChecked(root, paths, start);
    // The last brief that was named may have gone.
    if (typeof now === 'string') throw new Error(now);
    await mendAndReport(options, now);
  };
  return checkOnChange(placeOfBriefs(root), again, sayerFor(format));
}

/** One pass over what is there now; whether nothing stands in the way of publishing. */
async function mendAndReport(options: Arguments, { named, mendable }: CheckedFiles): Promise<boolean> {
  const settings = await checkSettings(root);
  // Without settings nothing can be said of a brief.
  if ('diagnostics' in settings) {
    await report(settings.diagnostics, options);
    return false;
  }
  const { publication } = settings;
  if (options.fix) await mend(mendable, publication, options);
  const now = momentOfBuild(process.env, publication.timeZone);
  const { diagnostics } = await loadEdition({ root, publication, now, audience: 'newsroom' });
  const shown = options.paths.length === 0 ? diagnostics : diagnostics.filter(({ file }) => named.has(file));
  if (shown.length === 0 && options.format === 'human') {
    console.log(`${named.size} ${named.size === 1 ? 'brief' : 'briefs'} checked: 0 errors, 0 warnings`);
  } else await report(shown, options);
  return !(hasErrors(shown) || (options.strict && shown.length > 0));
}

async function report(shown: readonly Diagnostic[], { format }: Arguments): Promise<void> {
  const sourceOf = await readSources(root, shown);
  if (format === 'human') console.log(formatHuman(shown, sourceOf, paint));
  else process.stdout.write(formats[format](shown, sourceOf));
}

async function mend(
  files: readonly string[],
  publication: Publication,
  { dryRun, format }: Arguments,
): Promise<void> {
  const mendings = findMendings(root, files, publication);
  if (!dryRun) await writeMendings(root, mendings);
  const say = sayerFor(format);
  for (const { file, before, after, mended } of mendings) {
    if (dryRun) say(createTwoFilesPatch(file, file, before, after, '', '').split('\n').slice(1).join('\n'));
    else say(`${file}  mended  ${mended.join(', ')}`);
  }
}

/** What was done must not get into a report that a program reads. */
function sayerFor(format: Arguments['format']): (message: string) => void {
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
  /** Files and folders as the writer named them. */
  readonly paths: readonly string[];
  readonly format: 'human' | keyof typeof formats;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly watch: boolean;
}

/** The arguments, or what is wrong with them. */
function readArguments(): Arguments | string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'human' },
      fix: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { format, fix, 'dry-run': dryRun, strict, watch, help } = values;
  if (!isFormat(format)) return `Unexpected format "${format}"`;
  if (dryRun && !fix) return 'Unexpected --dry-run without --fix';
  // Throws, and so is told, if the variable holds no date.
  momentOfBuild(process.env, 'Etc/UTC');
  return { paths: positionals, format, fix, dryRun, strict, watch, help };
}

function isFormat(text: string): text is Arguments['format'] {
  return text === 'human' || Object.hasOwn(formats, text);
}

/** Colours only on a terminal, and not where NO_COLOR is set: `styleText` sees to both. */
function paint(...[part, text]: Parameters<Paint>): string {
  const styles = { error: 'red', warning: 'yellow', place: 'bold', code: 'dim', gutter: 'dim' } as const;
  return styleText(styles[part], text, { stream: process.stdout });
}
