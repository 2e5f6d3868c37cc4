import ts from 'typescript';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** Every script is one that a browser can read, so none was cut short or damaged; what it does is not run. */
export function checkScripts(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  return site.files
    .filter((file) => /\.m?js$/.test(file) && !own.has(file))
    .flatMap((file) =>
      syntaxErrorsIn(site.read(file).toString()).map((reason) => ({
        address: site.addressOf(file).pathname,
        kind: 'file' as const,
        reason: `is no JavaScript: ${reason}`,
      })),
    );
}

/** The first, since what follows one is often its echo. */
function syntaxErrorsIn(code: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(code, {
    fileName: 'script.js',
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext },
  });
  return diagnostics
    .slice(0, 1)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').replace(/\.$/, ''));
}
