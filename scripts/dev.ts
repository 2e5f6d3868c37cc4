import { startDev } from '../src/astro/start.ts';
import { assertProjectPath } from '../src/build/project-path.ts';
import { runCommand } from './command.ts';
import { readServerArguments, type ServerArguments } from './server-arguments.ts';

const usage = `Usage: npm run dev -- [options]

Serves the site on this machine while you write, drafts and embargoed briefs included, and shows each change at once.

Options:
  --port NUMBER    The port. Default: 4321
  --host [NAME]    Let other machines on the network open it, at one address or at all.
  --open           Open a browser.
  --help           Print this text.

Exit code: 1 the settings have errors, 2 wrong usage.`;

await runCommand(usage, () => readServerArguments(process.argv.slice(2)), dev);

async function dev({ server }: ServerArguments): Promise<number> {
  assertProjectPath(process.cwd());
  await startDev(process.cwd(), server);
  return 0;
}
