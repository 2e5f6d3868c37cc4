import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { assertProjectPath } from '../src/build/project-path.ts';
import { commandsOfPackage } from '../src/diagnostics/reader-commands.ts';
import { home } from '../src/store/home.ts';
import { commandOf, startCommand } from './command.ts';
import { setup } from './setup.ts';

const usage = `Usage: npx fourfold init [--yes] [options]

Makes a publication in this folder: briefs/ with its settings, public/, a workflow for GitHub, and scripts in package.json.
Then it asks for the name, the address and so on, as npm run setup does. Files that are there stay as they are.

Options:
  --yes      Ask nothing.
  --help     Print this text.
  All options of npm run setup.

Exit code: 0 written, 1 not written, 2 wrong usage.`;

interface Arguments {
  readonly help: boolean;
  readonly given: readonly string[];
}

/** Makes a publication; what the publisher has is never overwritten. */
export const init = commandOf<Arguments>((io) => ({
  usage,
  read: (given) => {
    const canAsk = io.input.isTTY === true || given.includes('--yes');
    const help = given.includes('--help') || given.includes('-h');
    return canAsk || help ? { help, given } : 'Expected a terminal to ask on, or --yes.';
  },
  act: async ({ given }) => {
    const { root, console } = io;
    if (existsSync(join(root, settingsFile))) {
      console.error(
        `There is a publication in this folder: ${settingsFile}. Nothing was changed. To change its settings: npm run setup`,
      );
      return 1;
    }
    assertProjectPath(root);
    const files = Object.entries(filesOf(root)).filter(([file]) => !existsSync(join(root, file)));
    for (const [file, text] of files) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    addScripts(root);
    // The settings are written again with the answers, which says so.
    const others = files.map(([file]) => file).filter((file) => file !== settingsFile);
    if (others.length > 0) console.log(`Written: ${others.join(', ')}`);
    return setup(given, io);
  },
}));

function filesOf(root: string): Record<string, string> {
  const name = nameOf(root);
  return {
    [settingsFile]: settingsOf(name),
    '.gitignore': ignored.join('\n') + '\n',
    '.github/workflows/publish.yml': workflow('publish.yml'),
    '.github/workflows/check.yml': workflow('check.yml'),
  };
}

/** The folder's name in words, as a first name of the publication. */
function nameOf(root: string): string {
  const words = basename(root).replaceAll(/[-_.\s]+/g, ' ').trim(); // prettier-ignore
  return /\p{Letter}/u.test(words) ? `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}` : 'My publication';
}

function settingsOf(name: string): string {
  return `# Your publication's settings. \`npx fourfold setup\` asks for the first of them; \`npx fourfold check\` checks them all.
name: ${JSON.stringify(name)}
address: https://publication.example/
# What feeds know every brief by: never change it, not even when the site moves to another address.
identity: { authority: publication.example, year: 2026 }
description: 'The news in four parts: what is happening, why it matters, what comes next, and what lies beyond the headlines.'
lang: en
timeZone: Etc/UTC
authors: {}
topics: {}
threads: {}
pageSize: 10
feedSize: 50
`;
}

const ignored = ['node_modules', 'dist/', 'dist-preview/', '.dist-next*', '.astro/', '.cache/', '/cards/'];

function workflow(name: string): string {
  return commandsOfPackage(readFileSync(join(home, '.github/workflows', name), 'utf8'));
}

/** So that hosts and people can say \`npm run build\`. */
function addScripts(root: string): void {
  const path = join(root, 'package.json');
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>) : {};
  const scripts = {
    build: 'fourfold build',
    check: 'fourfold check',
    dev: 'fourfold dev',
    preview: 'fourfold preview',
  };
  const text = {
    private: true,
    ...known,
    scripts: { ...scripts, ...(known['scripts'] as object | undefined) },
  };
  writeFileSync(path, `${JSON.stringify(text, undefined, 2)}\n`);
}

if (import.meta.main) await startCommand('init', init);
