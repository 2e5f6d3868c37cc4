import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { liesIn, realOf } from '../src/brief/briefs-folder.ts';
import { deploy } from '../src/deploy/deploy.ts';
import { lockBuild } from '../src/press/build-lock.ts';
import { runCommand, writersFolder } from './command.ts';

const usage = `Usage: npm run deploy -- <target> [--keep-days 7] [--dry-run]

Puts dist/ on a server by rsync. <target> is a folder, here or there: news@example.org:/var/www/news.example

What pages load is sent first, then new pages, then pages that were there before; so no reader meets a page whose pictures
are missing. Pages that are gone are removed at once. Cards, pictures, styles and scripts that no page shows any more stay
for a week, since pages are open and cards were shared. What no deploy has put there is left alone.

  --keep-days <n>   how long they stay; 0 removes them at once, for example with a brief that was withdrawn
  --dry-run         says what would be done, and does nothing

Exit code: 0 done, 1 failed, 2 wrong usage or no site.`;

interface Arguments {
  readonly help: boolean;
  readonly target: string;
  readonly keepDays: number;
  readonly dryRun: boolean;
}

const folder = join(process.cwd(), 'dist');

await runCommand(usage, readArguments, run);

function readArguments(): Arguments | string {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'keep-days': { type: 'string', default: '7' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [target, ...more] = positionals;
  const keepDays = Number(values['keep-days']);
  const given = { help: values.help, target: target ?? '', keepDays, dryRun: values['dry-run'] };
  if (values.help) return given;
  if (target === undefined || target === '')
    return 'Expected where to, such as news@example.org:/var/www/news.example';
  if (more.length > 0) return `Unexpected "${more.join(' ')}", expected one target.`;
  if (!(keepDays >= 0)) return `Unexpected --keep-days "${values['keep-days']}", expected a number of days.`;
  const problem = problemOf(target);
  if (problem !== undefined) return `Unexpected target "${target}", ${problem}.`;
  return { ...given, target: placeOf(target).replace(/\/+$/, '') };
}

function isOfServer(target: string): boolean {
  return /^[^/]*:/.test(target);
}

/** A path of this machine starts where the writer stands; one with a host before it is the server's. */
function placeOf(target: string): string {
  return isOfServer(target) ? target : resolve(writersFolder('deploy'), target);
}

/** A deploy removes what it has put somewhere and is gone from `dist/`, so it gets a folder for nothing else. */
function problemOf(target: string): string | undefined {
  if (isOfServer(target))
    return /:\/*$/.test(target)
      ? 'expected a folder of the server, such as /var/www/news.example'
      : undefined;
  const place = realOf(placeOf(target));
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    return 'which is a file: expected a folder';
  const site = realOf(folder);
  if (liesIn(place, site)) return 'which lies in dist/: expected a folder of its own';
  return liesIn(site, place) ? 'which dist/ itself lies in: expected a folder of its own' : undefined;
}

async function run({ target, keepDays, dryRun }: Arguments): Promise<number> {
  // A build that ends meanwhile would put other pages in the place of those whose cards are there already.
  await lockBuild(process.cwd(), () => {
    console.error('A build or deploy of this project is running. Waiting for it to finish.');
  });
  if (!existsSync(join(folder, 'index.html'))) {
    console.error('There is no built site in dist/. Run npm run build first.');
    return 2;
  }
  const now = Temporal.Now.instant().toString();
  const tell = (step: string): void => {
    console.log(step);
  };
  const { uploads, removals, record } = await deploy(folder, target, { keepDays, now, dryRun, tell });
  if (dryRun) {
    const [hashed, fresh, others] = uploads.map((files) => files.length);
    console.log(`Would see to it that ${hashed ?? 0} files are there that pages load, ${fresh ?? 0} new pages and other files, and ${others ?? 0} as before`); // prettier-ignore
    for (const file of removals) console.log(`Would remove ${file}`);
    return 0;
  }
  const unused = Object.keys(record.unused).length;
  console.log(`Done: ${record.files.length} files in ${target}${unused === 0 ? '' : `, and ${unused} that no page shows any more, for ${keepDays} days`}`); // prettier-ignore
  return 0;
}
