import { findPackagesFromHome } from '../src/astro/home-packages.ts';
import { nearestOf } from '../src/brief/nearest.ts';
import { commandsOfPackage } from '../src/diagnostics/reader-commands.ts';
import { startCommand, type Command } from './command.ts';

/** A command: what it does, and how it starts. */
interface Entry {
  readonly summary: string;
  readonly start: () => Promise<unknown>;
}

const own = (name: string, load: () => Promise<Command>): (() => Promise<void>) => {
  return async () => startCommand(name, await load());
};

/** In the order of their use. */
const commands: Readonly<Record<string, Entry>> = {
  init: {
    summary: 'makes a publication in this folder',
    start: own('init', async () => (await import('./init.ts')).init),
  },
  setup: {
    summary: 'asks for its name, address and so on; can be run again',
    start: own('setup', async () => (await import('./setup.ts')).setup),
  },
  new: { summary: 'starts a brief', start: own('new', async () => (await import('./new.ts')).newBrief) },
  import: {
    summary: 'turns documents and drafts into briefs',
    start: own('import', async () => (await import('./import.ts')).importBriefs),
  },
  check: {
    summary: 'checks all briefs, or some, and repairs what it can',
    start: own('check', async () => (await import('./check.ts')).check),
  },
  publish: {
    summary: 'publishes a draft',
    start: own('publish-brief', async () => (await import('./publish-brief.ts')).publishBrief),
  },
  dev: { summary: 'shows the site while you write', start: () => import('./dev.ts') },
  build: { summary: 'builds the site into dist/', start: () => import('./build.ts') },
  verify: {
    summary: 'checks the built site',
    start: own('verify', async () => (await import('./verify.ts')).verify),
  },
  preview: { summary: 'serves the built site on this machine', start: () => import('./preview.ts') },
  cards: {
    summary: 'draws the cards of briefs, and a page of all of them',
    start: own('cards', async () => (await import('./cards.ts')).cards),
  },
  deploy: {
    summary: 'puts the built site on a server',
    start: own('deploy', async () => (await import('./deploy.ts')).deploySite),
  },
  announce: {
    summary: 'tells subscribers’ hubs what is new',
    start: own('announce', async () => (await import('./announce.ts')).announceFeeds),
  },
  host: {
    summary: 'prints the configuration of a host',
    start: own('host', async () => (await import('./host.ts')).host),
  },
  feedback: {
    summary: 'counts readers’ answers',
    start: own('feedback', async () => (await import('./feedback.ts')).feedback),
  },
};

const usage = `Usage: npx fourfold <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`)
  .join('\n')}

  npx fourfold <command> --help prints all options of a command.

Exit code: that of the command; 2 wrong usage.`;

findPackagesFromHome();
nameCommandsAsTyped(process.stdout);
nameCommandsAsTyped(process.stderr);
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await run(process.argv.slice(2));

async function run([name = '--help', ...words]: readonly string[]): Promise<void> {
  if (['--help', '-h', 'help'].includes(name)) {
    console.log(usage);
    return;
  }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!entry) {
    const nearest = nearestOf(name, Object.keys(commands));
    const advice = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
    console.error(`There is no command "${name}".${advice}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  process.argv.splice(2, Infinity, ...words);
  await entry.start();
}

/** Everything that commands print, Astro’s lines included, passes here. */
function nameCommandsAsTyped(stream: NodeJS.WriteStream): void {
  const write = stream.write.bind(stream) as (chunk: unknown, ...rest: unknown[]) => boolean;
  stream.write = (chunk: unknown, ...rest: unknown[]) =>
    write(typeof chunk === 'string' ? commandsOfPackage(chunk) : chunk, ...rest);
}
