import { statfsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { stopsBuild } from '../src/diagnostics/diagnostic.ts';
import { formatJson } from '../src/diagnostics/json.ts';
import { MissingBaseline, type SourceBaseline } from '../src/build/baseline.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import type { ReplacedTexts } from '../src/build/compile-files.ts';
import { findSameBuild, loadBuildSnapshot, type BuildSnapshot } from '../src/build/last-build.ts';
import { startPhaseClock } from '../src/build/phase-clock.ts';
import { onBuilt, onProgress, type Built } from '../src/build/progress.ts';
import { reasonAgainstEmpty } from '../src/build/empty-site.ts';
import { lockBuild } from '../src/store/build-lock.ts';
import { restoreSite, siteFolder } from '../src/store/build-folder.ts';
import { formatReport, readSources, throwOnErrors } from '../src/check/report.ts';
import { formatSummary } from '../src/build/summary.ts';
import { assertProjectPath } from '../src/build/project-path.ts';
import { parseShard, type Shard } from '../src/build/shard.ts';
import { openDisplay } from './build-display.ts';
import { formatResult } from './build-result.ts';
import { visibleLines } from '../src/diagnostics/visible.ts';
import { runCommand, writersFolder } from './command.ts';
import type { Publication } from '../src/brief/publication.ts';
import { site } from './settings.ts';

const usage = `Usage: npm run build -- [options]

Builds the site into dist/. The previous site stays in place until the new one is complete.

Options:
  --quiet          Print only errors and warnings.
  --json           Print no progress. Print the result as one line of JSON, or the problems as
                   npm run check -- --format json prints them.
  --allow-empty    Build a site without briefs, even if the last build had some.
  --preview        Build a preview with drafts and embargoed briefs into dist-preview/, for a host with a password. Pages and
                   cards say what is not public, and search engines are told not to index it.
  --skip-broken    Show briefs with errors as they were published, and leave out those that never were. The report says
                   so, and the exit code is 0.
  --against WHAT   With --skip-broken: what was published, a branch, tag or commit, or a folder of sources.
                   Default: the branch published
  --report FILE    With --skip-broken: also write the report to a file, which is empty if nothing was skipped.
  --shard 2/8      Compile the second of eight parts of the briefs and draw its cards, into the cache only.
                   dist/ does not change. Several machines can each build one part.
  --merge          Build the site from the parts, and report whatever was missing from the cache.
  --store REMOTE   With --shard or --merge: share the cache with the other machines in a store that rclone reaches, such as
                   store:bucket/fourfold. Fetches only what this part uses, and sends what it makes.
  --help           Print this text.

Exit code: 0 built, 1 not built, 2 wrong usage, or --skip-broken does not know what was published.`;

interface Arguments {
  readonly help: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
  readonly merge: boolean;
  readonly allowEmpty: boolean;
  readonly shard: Shard | undefined;
  readonly store: string | undefined;
  readonly preview: boolean;
  readonly skipBroken: boolean;
  readonly against: string | undefined;
  readonly report: string | undefined;
}

const root = process.cwd();

/** A merge uses what all parts made. */
const everything: Shard = { index: 1, count: 1 };

/** Bytes too few for any site; a single card has a tenth. */
const minFreeSpace = 2_000_000;

// Any step may run out of disk space, including Astro's and Vite's, each with its own error.
process.on('exit', (code) => {
  const { bavail, bsize } = statfsSync(root);
  const room = bavail * bsize;
  if (code === 0 || room >= minFreeSpace) return;
  console.error(
    `The disk is full or nearly full (${Math.round(room / 1000)} KB left). dist/ was not changed. Free some space, for example by deleting .cache/, and build again.`,
  );
});

await runCommand(usage, readArguments, build);

function readArguments(): Arguments | string {
  const { values } = parseArgs({
    options: {
      'allow-empty': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      merge: { type: 'boolean', default: false },
      against: { type: 'string' },
      report: { type: 'string' },
      shard: { type: 'string' },
      store: { type: 'string' },
      'skip-broken': { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  const shard = values.shard === undefined ? undefined : parseShard(values.shard);
  if (values.shard !== undefined && !shard) {
    return `Expected --shard with a part and the number of parts, such as 2/8, not "${values.shard}".`;
  }
  if (shard && values.merge) return 'Expected --shard or --merge, not both. Merge when all parts are built.';
  if (values.store !== undefined && (values.store === '' || !(shard || values.merge)))
    return 'Expected --store with the name of a store, and with --shard or --merge.';
  const { against, report, store, 'skip-broken': skipBroken } = values;
  if (!skipBroken && (against !== undefined || report !== undefined))
    return `Unexpected --${against === undefined ? 'report' : 'against'} without --skip-broken`;
  if (values.preview && (shard || skipBroken))
    return 'Expected --preview alone, not with --shard or --skip-broken.';
  if (skipBroken && shard)
    return 'Expected --skip-broken or --shard, not both. Skip broken briefs in the last build.';
  return { ...values, allowEmpty: values['allow-empty'], shard, store, skipBroken, against, report };
}

async function build(options: Arguments): Promise<number> {
  const { json, quiet, merge, allowEmpty, shard, store, preview } = options;
  const publication: Publication = preview ? { ...site, preview: true } : site;
  const clock = startPhaseClock();
  onProgress(clock.update);
  const display = json || quiet ? undefined : openDisplay(process.stderr);
  if (display) {
    onProgress(display.update);
    process.on('exit', display.end);
  }
  const printResult = ({ snapshot, made }: Built): void => {
    display?.end();
    const seconds = performance.now() / 1000;
    if (json) console.log(formatResult(snapshot, made, seconds, clock.times()));
    else if (!quiet) console.log(formatSummary(snapshot, made, seconds, siteFolder(preview)));
    if (merge) printMissing(snapshot.counts.compiled, made.cards.made, made.images.made);
  };
  assertProjectPath(root);
  if (shard) return fill(shard, options);
  await lockBuild(root, () => {
    console.error('Another build or deploy of this project is running. Waiting for it to finish.');
  });
  // First, because a killed build may have left no site.
  restoreSite(root, preview);
  if (store !== undefined) await fetchPart(store, everything);
  const snapshot = options.skipBroken
    ? await loadWithoutBroken(options)
    : await loadBuildSnapshot(root, publication);
  if (typeof snapshot === 'string') {
    console.error(`Nothing was built. ${snapshot}`);
    return 2;
  }
  if (json && stopsBuild(snapshot.diagnostics)) {
    console.log(formatJson(snapshot.diagnostics, await readSources(root, snapshot.diagnostics)).trimEnd());
    return 1;
  }
  await throwOnErrors(root, snapshot);
  const reason = allowEmpty || preview ? undefined : reasonAgainstEmpty(root, snapshot);
  if (reason !== undefined) {
    console.error(`${reason} Nothing was built. For a site without briefs: npm run build -- --allow-empty`);
    return 1;
  }
  const same = preview ? undefined : findSameBuild(root, snapshot);
  if (same) {
    if (snapshot.diagnostics.length > 0) console.warn(`\n${await formatReport(root, snapshot)}`);
    printResult({ snapshot, made: same });
    return 0;
  }
  onBuilt(printResult);
  process.env['BRIEFS_NOW'] = snapshot.now;
  // Only now: a build of what is there already ends above.
  const { rebuild } = await import('../src/astro/rebuild.ts');
  if (await rebuild(root, publication, snapshot)) return 0;
  const { buildWithAstro } = await import('../src/astro/start.ts');
  await buildWithAstro(root, preview).catch((error: unknown) => {
    // Bundlers colour their messages.
    throw new Error(stripVTControlCharacters(error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  });
  return 0;
}

/** A snapshot without the errors of briefs, after reporting them; or why what was published is not known. */
async function loadWithoutBroken({ against, report, quiet }: Arguments): Promise<BuildSnapshot | string> {
  const { formatSkipped, skipBroken } = await import('../src/build/skip-broken.ts');
  const baseline = await findSources(against);
  const now = momentOfBuild(process.env, site.timeZone);
  const known = typeof baseline === 'string' ? {} : { baseline };
  const load = (replaced: ReplacedTexts): Promise<BuildSnapshot> => loadBuildSnapshot(root, site, { replaced, ...known }); // prettier-ignore
  try {
    const built = await skipBroken({ root, publication: site, now, baseline, load });
    const text = built.skipped.length === 0 ? '' : `${await formatSkipped(root, built)}\n`;
    if (report !== undefined) await writeFile(resolve(writersFolder('build'), report), text);
    if (text !== '') console.warn(`\n${visibleLines(text)}`);
    else if (typeof baseline === 'string' && !quiet)
      console.warn(`What was published is not known. ${baseline}`);
    return built.snapshot;
  } catch (error) {
    if (error instanceof MissingBaseline) return error.message;
    throw error;
  }
}

async function findSources(against: string | undefined): Promise<SourceBaseline | string> {
  const { openBaseline } = await import('../src/build/open-baseline.ts');
  try {
    const baseline = await openBaseline(root, against, writersFolder('build'), 'sources');
    if (baseline.kind === 'sources') return baseline;
    return `${baseline.name} is a built site, which cannot give a brief back. Name a branch, a tag or a folder of sources with --against.`;
  } catch (error) {
    if (error instanceof MissingBaseline) return error.message;
    throw error;
  }
}

/** Fetches what a part uses and this machine does not have. */
async function fetchPart(store: string, part: Shard): Promise<void> {
  const { fetchMissing } = await import('./shared-store.ts');
  const { listMissing } = await import('../src/build/shard-work.ts');
  await fetchMissing(root, store, () => listMissing(root, site, part));
}

async function fill(
  shard: Shard,
  { json, quiet, store }: Pick<Arguments, 'json' | 'quiet' | 'store'>,
): Promise<number> {
  const { fillShard } = await import('../src/build/fill-shard.ts');
  if (store !== undefined) await fetchPart(store, shard);
  const { diagnostics, used, ...made } = await fillShard(root, site, shard);
  if (store !== undefined) await (await import('./shared-store.ts')).sendMade(root, store, used);
  if (diagnostics.length > 0) console.error(await formatReport(root, { diagnostics }));
  const { briefs, compiled, cards, drawn } = made;
  if (json) console.log(JSON.stringify({ shard, ...made }));
  else if (!quiet) {
    console.log(
      `Shard ${shard.index} of ${shard.count}: ${compiled} of ${briefs} briefs compiled, ${drawn} of ${cards} cards drawn. The rest was in the cache.`,
    );
  }
  return stopsBuild(diagnostics) ? 1 : 0;
}

/** Not an error: cards that one machine did not draw are drawn by another. */
function printMissing(compiled: number, drawn: number, prepared: number): void {
  if (compiled + drawn + prepared === 0) return;
  console.warn(
    `\n${compiled} briefs, ${drawn} cards and ${prepared} image files were missing from the cache and were built now. A shard did not run, ran on other files, or its cache was not copied.`,
  );
}
