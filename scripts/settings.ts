import type { Publication } from '../src/brief/publication.ts';
import { visibleLines } from '../src/diagnostics/visible.ts';
import { readSettings } from '../src/settings/settings.ts';

/** The publication's settings; without good ones no command begins, and all that is wrong with them is told. */
export const site: Publication = await readSettings(process.cwd()).catch((error: unknown) => {
  console.error(visibleLines(error instanceof Error ? error.message : String(error)));
  process.exit(1);
});
