import type { Publication } from '../src/brief/publication.ts';
import { visibleLines } from '../src/diagnostics/visible.ts';
import { readPublication } from '../src/build/own-look.ts';

/** The publication's settings. If they have errors, the command prints them and ends. */
export const site: Publication = await readPublication(process.cwd()).catch((error: unknown) => {
  console.error(visibleLines(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
