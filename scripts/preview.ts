import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';

const usage = `Usage: npm run preview -- [options]

Serves dist/ on this machine, as the last build left it.

Options (they are Astro's):
  --port NUMBER    The port. Default: 4321
  --host           Let other machines on the network open it.
  --open           Open a browser.
  --help           Print this text.

Exit code: 1 no site in dist/.`;

interface Arguments {
  readonly help: boolean;
  readonly given: readonly string[];
}

await runCommand(usage, readArguments, preview);

function readArguments(): Arguments {
  const given = process.argv.slice(2);
  return { help: given.includes('--help') || given.includes('-h'), given };
}

async function preview({ given }: Arguments): Promise<number> {
  if (!existsSync(join(process.cwd(), 'dist/index.html'))) {
    console.error('There is no built site in dist/. Run npm run build first.');
    return 1;
  }
  process.argv.splice(2, Infinity, 'preview', ...given);
  await import(new URL('../node_modules/astro/bin/astro.mjs', import.meta.url).href);
  return 0;
}
