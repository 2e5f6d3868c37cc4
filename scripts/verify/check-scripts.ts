import { parse } from 'acorn';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** Every script has valid syntax, so it was not cut short or damaged. Nothing is run. */
export function checkScripts(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  return site.files
    .filter((file) => /\.m?js$/.test(file) && !own.has(file))
    .flatMap((file) =>
      syntaxErrorsIn(site.read(file).toString()).map((reason) => ({
        address: site.addressOf(file).pathname,
        kind: 'file' as const,
        reason: `is not valid JavaScript: ${reason}`,
      })),
    );
}

function syntaxErrorsIn(code: string): string[] {
  try {
    parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
    return [];
  } catch (error) {
    return [(error as SyntaxError).message];
  }
}
