import { parseArgs } from 'node:util';
import { writeEdition } from '../src/press/edition.ts';
import { findSameBuild, loadBuildEdition } from '../src/press/last-build.ts';
import { startPhaseClock } from '../src/press/phase-clock.ts';
import { hearBuilt, hearSteps, type Built } from '../src/press/progress.ts';
import { formatReport, refuseErrors } from '../src/press/report.ts';
import { formatSummary } from '../src/press/summary.ts';
import { rebuild } from '../src/rebuild.ts';
import { site } from '../src/site.ts';
import { openDisplay } from './build-display.ts';
import { formatResult } from './build-result.ts';
import { runCommand } from './command.ts';

const usage = `Usage: npm run build -- [options]

Builds the site into dist/, which is replaced only when the new one is whole.

  --quiet   say nothing but what is wrong
  --json    no progress, and the result as one line of JSON

Exit code: 0 built, 1 not built, 2 wrong usage.`;

interface Arguments {
  readonly help: boolean;
  readonly quiet: boolean;
  readonly json: boolean;
}

const root = process.cwd();

await runCommand(usage, readArguments, build);

function readArguments(): Arguments {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
      quiet: { type: 'boolean', default: false },
    },
  });
  return values;
}

async function build({ json, quiet }: Arguments): Promise<number> {
  const clock = startPhaseClock();
  hearSteps(clock.hear);
  const display = json || quiet ? undefined : openDisplay(process.stderr);
  if (display) {
    hearSteps(display.hear);
    process.on('exit', display.end);
  }
  const tellResult = ({ edition, made }: Built): void => {
    display?.end();
    const seconds = performance.now() / 1000;
    if (json) console.log(formatResult(edition, made, seconds, clock.times()));
    else if (!quiet) console.log(formatSummary(edition, made, seconds));
  };
  const edition = await loadBuildEdition(root, site);
  await refuseErrors(root, edition);
  const same = findSameBuild(root, edition);
  if (same) {
    if (edition.diagnostics.length > 0) console.warn(`\n${await formatReport(root, edition)}`);
    tellResult({ edition, made: same });
    return 0;
  }
  hearBuilt(tellResult);
  await writeEdition(root, edition);
  process.env['BRIEFS_NOW'] = edition.now;
  if (await rebuild(root, site)) return 0;
  // Astro's own command, in this process: it says what keeps a site from being built, and ends with the right code.
  process.argv.splice(2, Infinity, 'build');
  await import(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url).href);
  return 0;
}
