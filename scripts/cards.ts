import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Publication } from '../src/brief/publication.ts';
import { diagnosticsOfCards } from '../src/build/card-diagnostics.ts';
import { drawBrief, folderFile, type DrawnBrief } from '../src/build/card-preview.ts';
import { compareCards, formatComparison, type Difference } from '../src/cards/compare.ts';
import { formatContactSheet, kilobytes } from '../src/cards/contact-sheet.ts';
import { hasErrors } from '../src/diagnostics/diagnostic.ts';
import type { SnapshotBrief } from '../src/build/snapshot.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { formatReport } from '../src/check/report.ts';
import { openWorkerPool } from '../src/build/worker-pool.ts';
import { readPublication } from '../src/build/own-look.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run cards -- SLUG… [options]
       npm run cards -- --sheet [SLUG…] [options]
       npm run cards -- --compare FOLDER [SLUG…] [options]

Draws all cards of each brief into a folder named after it: link, square, portrait, story, slides and a PDF of the slides.

Options:
  --sheet             Draw the cards of all briefs (or of those named), and write index.html, which shows each card the
                      way networks crop it.
  --compare FOLDER    Compare with the cards that an earlier run wrote to FOLDER, and write compare.html, which shows
                      the differences.
  --out FOLDER        Where to write the cards. Default: cards
  --help              Print this text.

Exit code: 0 drawn, 1 a brief or card has errors, 2 wrong usage.`;

export const cards = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

interface Arguments {
  readonly help: boolean;
  readonly slugs: readonly string[];
  readonly sheet: boolean;
  readonly compare: string | undefined;
  readonly out: string;
}

function readArguments(given: readonly string[], { start }: Io): Arguments | string {
  const { values, positionals: slugs } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      sheet: { type: 'boolean', default: false },
      compare: { type: 'string' },
      out: { type: 'string', default: 'cards' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { sheet, help } = values;
  const compare = values.compare === undefined ? undefined : resolve(start, values.compare);
  const out = resolve(start, values.out);
  if (slugs.length === 0 && !sheet && compare === undefined && !help) {
    return 'Expected the slug of a brief, or --sheet.';
  }
  if (compare === out)
    return 'Expected different folders for --out and --compare, because --out is replaced.';
  return { help, slugs, sheet, compare, out };
}

async function run({ slugs, sheet, compare, out }: Arguments, io: Io): Promise<number> {
  const { root, environment, console } = io;
  const site = await readPublication(root);
  if (site.cards === false) {
    console.error('This publication has no cards, because briefs/_site.yaml sets `cards: false`.');
    return 1;
  }
  const now = momentOfBuild(environment, site.timeZone);
  const snapshot = await loadSnapshot({ root, publication: site, now, audience: 'editors' });
  const wanted = snapshot.briefs.filter(({ listing }) => slugs.length === 0 || slugs.includes(listing.slug));
  const missing = slugs.filter((slug) => !snapshot.briefs.some(({ listing }) => listing.slug === slug));
  if (missing.length > 0) {
    if (hasErrors(snapshot.diagnostics)) console.error(await formatReport(root, snapshot));
    console.error(`There is no brief without errors named ${missing.join(', ')}.`);
    return 1;
  }
  const earlier = compare === undefined ? undefined : await readImages(compare, wanted, io);
  const drawn = await draw(wanted, out, site, io);
  if (sheet) await writeFile(join(out, 'index.html'), formatContactSheet(drawn.map(({ shown }) => shown)));
  if (earlier && compare !== undefined) {
    await writeComparison(earlier, await readImages(out, wanted, io), { before: compare, out }, io);
  }
  const problems = drawn.flatMap(({ outcome }) => outcome.problems);
  if (problems.length === 0) return 0;
  console.error(await formatReport(root, { diagnostics: diagnosticsOfCards(root, site, problems) }));
  return 1;
}

async function draw(
  briefs: readonly SnapshotBrief[],
  out: string,
  site: Publication,
  { root, start, console }: Io,
): Promise<DrawnBrief[]> {
  await mkdir(out, { recursive: true });
  const pool = openWorkerPool(root, 'cards');
  try {
    const drawn: DrawnBrief[] = [];
    for (const brief of briefs) {
      const { slug } = brief.listing;
      const one = await drawBrief(root, brief, site, pool, (job) => folderFile(slug, job));
      // Removes cards of an earlier run.
      await rm(join(out, slug), { recursive: true, force: true });
      await mkdir(join(out, slug), { recursive: true });
      for (const job of one.jobs) {
        const made = one.outcome.files.get(job.file);
        if (made) await copyFile(made.path, join(out, folderFile(slug, job)));
      }
      for (const { src, bytes } of one.shown.cards) {
        console.log(`${relative(start, join(out, src))}  ${kilobytes(bytes)}`);
      }
      drawn.push(one);
    }
    return drawn;
  } finally {
    await pool.close();
  }
}

async function writeComparison(
  earlier: ReadonlyMap<string, Uint8Array>,
  current: ReadonlyMap<string, Uint8Array>,
  { before, out }: { readonly before: string; readonly out: string },
  { console }: Io,
): Promise<void> {
  const marks = join(out, 'changes');
  await rm(marks, { recursive: true, force: true });
  const differences: Difference[] = [];
  for (const file of new Set([...earlier.keys(), ...current.keys()])) {
    const [old, made] = [earlier.get(file), current.get(file)];
    const difference: Difference | undefined =
      old && made
        ? await compareCards(file, old, made)
        : { file, kind: made ? ('new' as const) : ('gone' as const) };
    if (!difference) continue;
    differences.push(difference);
    if (!difference.image) continue;
    await mkdir(dirname(join(marks, file)), { recursive: true });
    await writeFile(join(marks, file), difference.image);
  }
  const folders = { before: relative(out, before), after: '.', marks: 'changes' };
  await writeFile(join(out, 'compare.html'), formatComparison(differences, folders));
  const names = differences.map(({ file, kind, pixels }) => `  ${file}: ${pixels ?? ''} ${kind}`);
  console.log(names.length > 0 ? `Changed cards:\n${names.join('\n')}` : 'No card has changed.');
}

/** Images of the briefs by path in the folder of an earlier run. */
async function readImages(
  folder: string,
  briefs: readonly SnapshotBrief[],
  { start }: Io,
): Promise<Map<string, Uint8Array>> {
  const slugs = await readdir(folder).catch(() => undefined);
  if (!slugs)
    throw new Error(
      `The folder ${relative(start, folder)} does not exist. Use the --out folder of an earlier run.`,
    );
  const wanted = new Set(briefs.map(({ listing }) => listing.slug));
  const images = new Map<string, Uint8Array>();
  for (const slug of slugs.filter((name) => wanted.has(name)).sort()) {
    for (const name of (await readdir(join(folder, slug))).sort()) {
      if (/\.(?:png|jpg)$/.test(name))
        images.set(`${slug}/${name}`, await readFile(join(folder, slug, name)));
    }
  }
  return images;
}

if (import.meta.main) await startCommand('cards', cards);
