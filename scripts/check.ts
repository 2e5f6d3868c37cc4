import { existsSync, watch } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { hasErrors } from '../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../src/diagnostics/github.ts';
import { formatJson } from '../src/diagnostics/json.ts';
import { formatHuman, type Paint } from '../src/diagnostics/print.ts';
import { formatSarif } from '../src/diagnostics/sarif.ts';
import { briefsFolder, findBriefs } from '../src/press/find-briefs.ts';
import { loadEdition } from '../src/press/load.ts';
import { findMendings, writeMendings } from '../src/press/mend.ts';
import { momentOfBuild } from '../src/press/now.ts';
import { readSources } from '../src/press/report.ts';
import { site } from '../src/site.ts';

const usage = `Usage: npm run check -- [files…] [options]

Runs every rule over every brief, or reports only on the files that are named.

  --format human|github|sarif|json   how to report (human)
  --fix                              write what is certain: headings, their order, spaces that mean nothing
  --dry-run                          with --fix: show the changes as a diff and write nothing
  --strict                           warnings count as errors
  --watch                            go on, and report again after each change

Exit code: 0 clean, 1 errors, 2 wrong usage.`;

const formats = { github: formatGithub, json: formatJson, sarif: formatSarif };

const root = process.cwd();
const options = readOptions();
if (options.fix) await mend();
const clean = await report();
if (options.watch) watchBriefs();
else process.exitCode = clean ? 0 : 1;

/** Runs every rule and prints the report; whether nothing stands in the way of publishing. */
async function report(): Promise<boolean> {
  const { diagnostics, counts } = await loadEdition({
    root,
    publication: site,
    now: momentOfBuild(process.env, site.timeZone),
    audience: 'newsroom',
  });
  const { files, format, strict } = options;
  const shown = files.length === 0 ? diagnostics : diagnostics.filter(({ file }) => files.includes(file));
  const sourceOf = await readSources(root, shown);
  if (format !== 'human') process.stdout.write(formats[format](shown, sourceOf));
  else if (shown.length > 0) console.log(formatHuman(shown, sourceOf, paint));
  else console.log(`${files.length || counts.files} briefs checked: 0 errors, 0 warnings`);
  return !(hasErrors(shown) || (strict && shown.length > 0));
}

async function mend(): Promise<void> {
  const { files, dryRun, format } = options;
  const all = files.length > 0 ? files : (await findBriefs(root)).files.map(({ file }) => file);
  const mendings = await findMendings(root, all, site);
  if (!dryRun) await writeMendings(root, mendings);
  // What was done must not get into a report that a program reads.
  const say = format === 'human' ? console.log : console.error;
  for (const { file, before, after, mended } of mendings) {
    if (dryRun) say(createTwoFilesPatch(file, file, before, after, '', '').split('\n').slice(1).join('\n'));
    else say(`${file}  mended  ${mended.join(', ')}`);
  }
}

function watchBriefs(): void {
  let waiting: NodeJS.Timeout | undefined;
  console.log('Watching for changes.');
  watch(join(root, briefsFolder), { recursive: true }, () => {
    clearTimeout(waiting);
    // Editors write a file in several steps; what is left after a moment is what was meant.
    waiting = setTimeout(() => {
      console.log('Checking again.');
      void report().then(() => {
        console.log('Watching for changes.');
      });
    }, 100);
  });
}

interface Options {
  /** Relative to the project root, with forward slashes. */
  readonly files: readonly string[];
  readonly format: 'human' | keyof typeof formats;
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
  readonly watch: boolean;
}

function readOptions(): Options {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'human' },
        fix: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        watch: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    if (!isFormat(values.format)) throw new Error(`Unexpected format "${values.format}"`);
    if (values['dry-run'] && !values.fix) throw new Error('Unexpected --dry-run without --fix');
    const { format, fix, strict, watch } = values;
    return { files: positionals.map(briefOf), format, fix, dryRun: values['dry-run'], strict, watch };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exit(2);
  }
}

function isFormat(text: string): text is Options['format'] {
  return text === 'human' || text in formats;
}

function briefOf(path: string): string {
  const file = relative(root, resolve(path)).split(sep).join('/');
  if (!file.startsWith(`${briefsFolder}/`) || isAbsolute(file)) {
    throw new Error(`Unexpected file "${path}", expected one below ${briefsFolder}/`);
  }
  if (!existsSync(path)) throw new Error(`Unexpected file "${path}": there is none`);
  return file;
}

/** Colours only on a terminal, and not where NO_COLOR is set: `styleText` sees to both. */
function paint(...[part, text]: Parameters<Paint>): string {
  const styles = { error: 'red', warning: 'yellow', place: 'bold', code: 'dim', gutter: 'dim' } as const;
  return styleText(styles[part], text, { stream: process.stdout });
}
