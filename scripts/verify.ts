import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { standingFolder } from '../src/brief/briefs-folder.ts';
import { absolutePath, realOf } from '../src/markdown/source-paths.ts';
import { visibleJson } from '../src/diagnostics/visible.ts';
import { lockBuild } from '../src/store/build-lock.ts';
import { filesBelow } from '../src/store/folder.ts';
import { readBuiltFiles, readKept } from '../src/build/last-build.ts';
import { loadSnapshot } from '../src/build/load.ts';
import { languages } from '../src/languages/languages.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { formatFaults } from './verify/fault.ts';
import { verifySite } from './verify/verify.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run verify -- [FOLDER] [options]

Checks a built site, and prints the address and the problem of each fault. Without FOLDER it checks dist/, and first compares
every file with what the last build wrote: what was added, is missing or has changed. A .git folder in dist/ is ignored.

It checks that every link leads somewhere; that pages are valid HTML and start with their security policy; that cards are what
the tags say; that structured data, feeds and sitemaps are valid and agree with the pages; that no file holds anything of a
draft or a path of this machine; and that something links to every file.

Options:
  --json    Print the result as JSON.
  --help    Print this text.

Exit code: 0 no faults, 1 faults, 2 wrong usage or no site.`;

interface Arguments {
  readonly help: boolean;
  readonly json: boolean;
  readonly folder: string;
}

export const verify = commandOf((io) => ({
  usage,
  read: (given) => readArguments(given, io),
  act: (options) => run(options, io),
}));

function readArguments(given: readonly string[], { root, start }: Io): Arguments | string {
  const { values, positionals } = parseArgs({
    args: [...given],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [folder, ...more] = positionals;
  if (more.length > 0) return `Unexpected "${more.join(' ')}", expected one folder.`;
  return {
    ...values,
    folder: folder === undefined ? resolve(root, 'dist') : resolve(start, folder),
  };
}

async function run({ folder, json }: Arguments, io: Io): Promise<number> {
  const { root, console } = io;
  const own = new Set([...filesBelow(resolve(root, 'public'))].map((file) => file.replaceAll('\\', '/')));
  const isOwn = realOf(folder) === realOf(resolve(root, 'dist'));
  using held = new DisposableStack();
  if (isOwn) {
    const lock = await lockBuild(root, () => {
      console.error('A build or deploy of this project is running. Waiting for it to finish.');
    });
    held.use(lock);
  }
  const built = isOwn ? readBuiltFiles(root) : undefined;
  const options = { own, built, secrets: { hidden: await hiddenBriefs(io), folders: [root] } };
  const verified = await verifySite(folder, options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
  });
  if (!verified) return 2;
  const { faults, home, files, pages, compared } = verified;
  if (json) console.log(visibleJson(verified));
  else {
    if (faults.length > 0) console.log(`${formatFaults(faults)}\n`);
    const found =
      faults.length === 0 ? 'nothing wrong' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
    console.log(`${home} in ${files} files, ${pages} of them pages: ${found}`);
    if (!compared) console.log(`\n${isOwn ? unrecorded : unseen}`);
  }
  return faults.length === 0 ? 0 : 1;
}

const unseen =
  'Only this project’s own dist/ can be compared with its build. In this folder, changes to texts, scripts or the search index go unnoticed if all files agree with each other.';

const unrecorded =
  'There is no record of the build that wrote dist/, because .cache/ was deleted or the site was built elsewhere. So later changes to its files go unnoticed. Run npm run build, then verify again.';

/**
 * Briefs that are not public. A title that also appears in a public text, such as that of a weekly column or of a brief
 * that a draft will replace, reveals nothing and is left out.
 */
async function hiddenBriefs({ root, environment }: Io): Promise<{ slug: string; title?: string }[]> {
  const site = await readSettings(root);
  const now = momentOfBuild(environment, site.timeZone);
  const { briefs } = await loadSnapshot({ root, publication: site, now, audience: 'editors' });
  const kept = new Set(readKept(root));
  const hidden = briefs.filter(({ listing, visibility }) => visibility !== 'public' && !kept.has(listing.slug)); // prettier-ignore
  if (hidden.length === 0) return [];
  const shown = briefs.filter(({ visibility }) => visibility === 'public');
  const pages = [...filesBelow(absolutePath(root, standingFolder))].map(
    (file) => `${standingFolder}/${file}`,
  );
  const said = [
    ...stringsIn([site, languages, shown.map(({ listing }) => listing)]),
    ...[...shown.map(({ listing }) => listing.file), ...pages].map((file) =>
      readFileSync(absolutePath(root, file), 'utf8')
        .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
        .replace(/\s+/g, ' '),
    ),
  ].join('\n');
  return hidden.map(({ listing: { slug, title } }) => (said.includes(title) ? { slug } : { slug, title }));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

if (import.meta.main) await startCommand('verify', verify);
