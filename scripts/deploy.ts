import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { liesIn } from '../src/brief/briefs-folder.ts';
import { realOf } from '../src/markdown/source-paths.ts';
import { deploy } from './deploy/deploy.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { lockBuild } from '../src/store/build-lock.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run deploy -- TARGET [options]

Copies dist/ to TARGET with rsync: a folder on this machine or on a server, such as news@example.org:/var/www/news.example

Cards, images, styles and scripts are sent first, then new pages, then changed pages, so that no reader sees a page whose
images are missing. Deleted pages are removed at once. Files that pages no longer use stay for a week, because people have
shared cards and have pages open. Files that no deploy has put there are left alone.

Options:
  --keep-days DAYS    How long files that pages no longer use stay. Use 0 after you withdraw a brief. Default: 7
  --dry-run           Show what would be done, and do nothing.
  --help              Print this text.

Exit code: 0 deployed, 1 failed, 2 wrong usage or no site in dist/.`;

interface Arguments {
  readonly help: boolean;
  readonly target: string;
  readonly keepDays: number;
  readonly dryRun: boolean;
}

export const deploySite = commandOf<Arguments>((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

function readArguments(given: readonly string[], io: Io): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      'keep-days': { type: 'string', default: '7' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [target, ...more] = positionals;
  const keepDays = Number(values['keep-days']);
  const options = { help: values.help, target: target ?? '', keepDays, dryRun: values['dry-run'] };
  if (values.help) return options;
  if (target === undefined || target === '')
    return 'Expected a target, such as news@example.org:/var/www/news.example';
  if (more.length > 0) return `Unexpected "${more.join(' ')}", expected one target.`;
  if (!(keepDays >= 0)) return `Unexpected --keep-days "${values['keep-days']}", expected a number of days.`;
  const problem = problemOf(target, io);
  if (problem !== undefined) return `Unexpected target "${target}", ${problem}.`;
  return { ...options, target: placeOf(target, io).replace(/\/+$/, '') };
}

function isOfServer(target: string): boolean {
  return /^[^/]*:/.test(target);
}

/** A local path is relative to the user's folder; one with a host is on the server. */
function placeOf(target: string, { start }: Io): string {
  return isOfServer(target) ? target : resolve(start, target);
}

/** A deploy removes files that it put somewhere earlier, so it needs a folder of its own. */
function problemOf(target: string, io: Io): string | undefined {
  if (isOfServer(target))
    return /:\/*$/.test(target)
      ? 'expected a folder of the server, such as /var/www/news.example'
      : undefined;
  const place = realOf(placeOf(target, io));
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === false)
    return 'which is a file: expected a folder';
  const site = realOf(join(io.root, 'dist'));
  if (liesIn(place, site)) return 'which is inside dist/: expected a separate folder';
  return liesIn(site, place) ? 'which contains dist/: expected a separate folder' : undefined;
}

async function run({ target, keepDays, dryRun }: Arguments, { root, console }: Io): Promise<number> {
  // Locks out builds, which would replace pages whose cards have been sent already.
  using held = new DisposableStack();
  const lock = await lockBuild(root, () => {
    console.error('A build or deploy of this project is running. Waiting for it to finish.');
  });
  held.use(lock);
  const folder = join(root, 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    console.error('There is no built site in dist/. Run npm run build first.');
    return 2;
  }
  const now = Temporal.Now.instant().toString();
  const print = (step: string): void => {
    console.log(step);
  };
  const { uploads, removals, record } = await deploy(folder, target, { keepDays, now, dryRun, print });
  if (dryRun) {
    const [hashed, fresh, others] = uploads.map((files) => files.length);
    console.log(`Would send what is missing or different of ${hashed ?? 0} files that pages load, ${fresh ?? 0} new pages and other files, and ${others ?? 0} files that were deployed before`); // prettier-ignore
    for (const file of removals) console.log(`Would remove ${visible(file)}`);
    return 0;
  }
  const unused = Object.keys(record.unused).length;
  console.log(`Deployed ${record.files.length} files to ${target}.${unused === 0 ? '' : ` ${unused} files that pages no longer use will stay for up to ${keepDays} days.`}`); // prettier-ignore
  return 0;
}

if (import.meta.main) await startCommand('deploy', deploySite);
