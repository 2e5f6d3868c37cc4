import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startPreview } from '../src/astro/start.ts';
import { runCommand } from './command.ts';
import { readServerArguments, type ServerArguments } from './server-arguments.ts';

const usage = `Usage: npm run preview -- [options]

Serves dist/ on this machine, as the last build left it.

Options:
  --port NUMBER    The port. Default: 4321
  --host [NAME]    Let other machines on the network open it, at one address or at all.
  --open           Open a browser.
  --help           Print this text.

Exit code: 1 no site in dist/, 2 wrong usage.`;

const root = process.cwd();

await runCommand(usage, () => readServerArguments(process.argv.slice(2)), preview);

async function preview({ server }: ServerArguments): Promise<number> {
  if (!existsSync(join(root, 'dist/index.html'))) {
    console.error('There is no built site in dist/. Run npm run build first.');
    return 1;
  }
  await startPreview(root, server);
  return 0;
}
