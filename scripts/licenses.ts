import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { visibleJson } from '../src/diagnostics/visible.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run licenses -- [options]

Counts the licences of all packages in package-lock.json, and reports every package with a problem: no licence, no digest for
npm to compare, a source without encryption, or a script that runs when it is installed.

Options:
  --all     List every package.
  --json    Print the list as JSON.
  --help    Print this text.

Exit code: 0 no problems, 1 problems, 2 wrong usage.`;

/** Packages whose install script is not needed; it only tests the installed binary. */
const harmlessScripts: ReadonlySet<string> = new Set(['esbuild']);

interface Arguments {
  readonly help: boolean;
  readonly all: boolean;
  readonly json: boolean;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  /** Only used in development. */
  readonly development: boolean;
  readonly problems: readonly string[];
}

/** An entry of package-lock.json, version 3. */
interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

export const licenses = commandOf<Arguments>((io) => ({
  usage,
  read: readArguments,
  act: (options) => list(options, io),
}));

function readArguments(given: readonly string[]): Arguments | string {
  const { values } = parseArgs({
    args: [...given],
    options: {
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return values;
}

function list({ all, json }: Arguments, { root, console }: Io): Promise<number> {
  const packages = readPackages(root);
  const wrong = packages.filter(({ problems }) => problems.length > 0);
  if (json) console.log(visibleJson(packages));
  else {
    if (all) for (const { name, version, license } of packages) console.log(`${license}  ${name} ${version}`);
    else console.log(formatCounts(packages));
    for (const { name, version, problems } of wrong)
      console.error(`${name} ${version}: ${problems.join('; ')}`);
  }
  return Promise.resolve(wrong.length === 0 ? 0 : 1);
}

function readPackages(root: string): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>;
  };
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && link !== true)
    .map(([path, entry]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const license = entry.license ?? licenseInFolder(join(root, path));
      const problems = [
        ...(license === undefined ? ['it has no licence'] : []),
        ...(entry.integrity?.startsWith('sha512-') === true ? [] : ['it has no digest (integrity, SHA-512)']),
        ...(/^(?!https:)/.test(entry.resolved ?? 'https:') ? [`it comes from ${entry.resolved ?? ''}`] : []),
        ...(entry.hasInstallScript === true && !harmlessScripts.has(name)
          ? ['a script runs when it is installed']
          : []),
      ];
      return {
        name,
        version: entry.version ?? '',
        license: license ?? 'none',
        development: entry.dev === true,
        problems,
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The licence in package.json; old packages have a list, which npm's lockfile omits. */
function licenseInFolder(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { licenses } = JSON.parse(readFileSync(file, 'utf8')) as { licenses?: { readonly type?: string }[] };
  return licenses?.map(({ type }) => type).join(' OR ');
}

function formatCounts(packages: readonly Package[]): string {
  const groups = [...Map.groupBy(packages, ({ license }) => license)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  const lines = groups.map(([license, own]) => {
    const used = own.filter(({ development }) => !development).length;
    return `${String(own.length).padStart(4)}  ${license}${used === own.length ? '' : `, ${used} of them not only for development`}`;
  });
  return [...lines, `${String(packages.length).padStart(4)}  packages`].join('\n');
}

if (import.meta.main) await startCommand('licenses', licenses);
