import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Publication } from '../src/brief/publication.ts';
import { visible } from '../src/diagnostics/visible.ts';
import { announce, type Announcement } from './announce/announce.ts';
import { readBuiltFeeds } from './announce/built-feeds.ts';
import { readSettings } from '../src/settings/settings.ts';
import { commandOf, startCommand, type Io } from './command.ts';

const usage = `Usage: npm run announce -- [options]

Notifies your WebSub hub (hub in briefs/_site.yaml) that the feeds have changed, so that subscribers get news at once. Run it
after each deploy. A feed is announced only if the host already serves the version in dist/.

Options:
  --dry-run            Compare the feeds with what the host serves, and notify nobody.
  --timeout SECONDS    How long to wait for each answer. Default: 15
  --wait SECONDS       How long to wait before the second try. The third and fourth wait three times as long as the one
                       before. Default: 5
  --help               Print this text.

Exit code: 0 announced, 1 at least one feed was not accepted, 2 wrong usage or no site in dist/.`;

export const announceFeeds = commandOf<Arguments>(async (io) => {
  const site = await readSettings(io.root);
  return { usage, read: (given) => readArguments(given, site), act: (options) => run(options, site, io) };
});

interface Arguments {
  readonly help: boolean;
  readonly dryRun: boolean;
  readonly hub: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Milliseconds. */
  readonly wait: number;
}

function readArguments(words: readonly string[], site: Publication): Arguments | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      'dry-run': { type: 'boolean', default: false },
      timeout: { type: 'string', default: '15' },
      wait: { type: 'string', default: '5' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { hub = '' } = site;
  const [timeout, wait] = [Number(values.timeout) * 1000, Number(values.wait) * 1000];
  const given = { help: values.help, dryRun: values['dry-run'], hub, timeout, wait };
  if (values.help) return given;
  if (!(timeout > 0) || !(wait >= 0)) return 'Expected --timeout and --wait to be numbers of seconds.';
  if (hub === '') {
    return 'No hub is set. Add one to briefs/_site.yaml, such as hub: https://pubsubhubbub.appspot.com/, then build and deploy, because the feeds must name it.';
  }
  return given;
}

async function run(
  { hub, timeout, wait, dryRun }: Arguments,
  site: Publication,
  { root, console }: Io,
): Promise<number> {
  const feeds = await readBuiltFeeds(join(root, 'dist'), site).catch(() => []);
  if (feeds.length === 0) {
    console.error('There is no built site in dist/. Run npm run build, then deploy it.');
    return 2;
  }
  const print = (line: string): void => {
    console.error(line);
  };
  const results = await announce(feeds, { hub, timeout, waits: [wait, wait * 3, wait * 9], print, dryRun });
  for (const announcement of results) console.log(lineOf(announcement, dryRun));
  const accepted = results.filter(({ state }) => state === 'accepted').length;
  const what = dryRun ? 'could be announced' : 'announced';
  console.log(`\n${accepted} of ${feeds.length} feeds ${what} to ${hub}`);
  if (results.some(({ state }) => state === 'absent')) {
    console.error(
      'Feeds that the host does not serve as they were built were not announced. Deploy dist/, then announce again.',
    );
  }
  return accepted === feeds.length ? 0 : 1;
}

function lineOf({ address, state, answer }: Announcement, dryRun: boolean): string {
  const word = { accepted: dryRun ? 'ready' : 'accepted', rejected: 'rejected', absent: 'missing' }[state];
  return `${word.padEnd(9)}  ${address}  ${visible(answer)}`;
}

if (import.meta.main) await startCommand('announce', announceFeeds);
