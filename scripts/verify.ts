import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { filesBelow } from '../src/press/folder.ts';
import { loadEdition } from '../src/press/load.ts';
import { momentOfBuild } from '../src/press/now.ts';
import { formatFaults } from '../src/verify/fault.ts';
import { verifySite } from '../src/verify/verify.ts';
import { readSettings } from '../src/press/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run verify [-- <folder>] [--json]

Checks a built site (dist/) as a stranger would, who knows nothing but its files, and says at which address what is wrong:
every address leads to something; pages are valid HTML with their policy first; cards are what the tags claim; structured
data, feeds and sitemaps hold and agree with the pages; nothing of a draft and no path of this machine is in any file; no
file lies there that nothing leads to.

  --json   for programs

Exit code: 0 nothing found, 1 something found, 2 wrong usage or no site.`;

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
  const options = { own, secrets: { hidden: await hiddenBriefs(io), folders: [root] } };
  const verified = await verifySite(folder, options).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
  });
  if (!verified) return 2;
  const { faults, home, files, pages } = verified;
  if (json) console.log(JSON.stringify(verified));
  else {
    if (faults.length > 0) console.log(`${formatFaults(faults)}\n`);
    const found =
      faults.length === 0 ? 'nothing wrong' : `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`;
    console.log(`${home} in ${files} files, ${pages} of them pages: ${found}`);
  }
  return faults.length === 0 ? 0 : 1;
}

/** Briefs of this project that no reader may know of yet. */
async function hiddenBriefs({ root, environment }: Io): Promise<{ slug: string; title: string }[]> {
  const site = await readSettings(root);
  const now = momentOfBuild(environment, site.timeZone);
  const { briefs } = await loadEdition({ root, publication: site, now, audience: 'newsroom' });
  return briefs
    .filter(({ visibility }) => visibility !== 'public')
    .map(({ listing: { slug, title } }) => ({ slug, title }));
}

if (import.meta.main) await startCommand('verify', verify);
