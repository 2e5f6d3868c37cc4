import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { placeOf } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { diagnosticOf, type Range } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Draft } from '../markdown/draft.ts';
import { codeOf, expressionsOf, tagsOf } from '../markdown/page-code.ts';
import { parse } from '../markdown/parse.ts';
import { listStandingFiles } from './standing-pages.ts';

/** Where a page's code notes which of its expressions is at work: `<file>#<offset>`. */
const note = 'fourfoldExpression';

/** The text of a standing page whose expressions note where they stand before they are read; nothing that is shown changes. */
export function noteExpressions({ file, source, tree }: Draft): string {
  let text = source;
  for (const { start, end } of expressionsOf(tree).toSorted((a, b) => b.start - a.start)) {
    const place = JSON.stringify(`${file}#${start}`);
    text = `${text.slice(0, start)}(globalThis.${note} = ${place}, (${text.slice(start, end)}))${text.slice(end)}`;
  }
  return text;
}

/**
 * What to tell a publisher whose standing page fails while it is made: its place, and the cause. Where the error came through
 * none of them, and it is not known which was being made, the cause itself.
 */
export async function failureOfPage(
  root: string,
  publication: Publication,
  cause: unknown,
  slug?: string,
): Promise<unknown> {
  const modules = modulesOf(cause).filter((module) => !module.includes('node_modules/'));
  const { files } = await listStandingFiles(root);
  const drafts = files.map((file) => parse(file, readFileSync(placeOf(root, file), 'utf8'), publication));
  const draft =
    drafts.find((each) => each.slug === slug || modules.includes(each.file)) ??
    drafts.find((each) => importOfOneOf(each, modules) ?? importOfName(each, cause));
  if (!draft) return cause;
  const { file } = draft;
  const [thrower] = modules;
  const { range, what } = blame(draft, modules, cause);
  const diagnostic = diagnosticOf(file, {
    code: 'mdx-code',
    range,
    message: `${what} fails when the page is made: ${wordsOf(cause)}`,
    ...(thrower === undefined || thrower === file
      ? {}
      : { note: { text: `the error comes from ${quote(thrower)}` } }),
  });
  const report = await formatReport(root, { diagnostics: [diagnostic] });
  return errorOfReport(`A page has an error. Nothing was built.\n\n${report}\n`);
}

function blame(
  draft: Draft,
  modules: readonly string[],
  cause: unknown,
): { readonly range: Range; readonly what: string } {
  const tags = tagsOf(draft.tree);
  const used = importOfOneOf(draft, modules);
  const tag =
    tags.find(({ name }) => used?.locals.includes(name)) ??
    // What is no component, and what throws no error, has no stack: then Astro names the tag.
    tags.find(({ name }) => wordsOf(cause).includes(`\`${name}\``));
  const [file, offset] = String((globalThis as Record<string, unknown>)[note]).split('#');
  const expression = expressionsOf(draft.tree).find(({ start }) => start === Number(offset));
  // A component is made after all expressions of the page, and no longer by its code.
  if (file === draft.file && expression && (modules.includes(file) || !tag))
    return { range: expression, what: 'This code' };
  if (tag) return { range: tag.range, what: `The component "<${tag.name}>"` };
  const imported = used ?? importOfName(draft, cause);
  if (imported) return { range: imported.range, what: `What is imported from ${quote(imported.from)}` };
  return { range: { start: 0, end: 0 }, what: 'The page' };
}

/** The import that Node found to be of a name that a package does not export. */
function importOfName(draft: Draft, cause: unknown) {
  const [, from] = /requested module '(.+?)' does not provide/.exec(wordsOf(cause)) ?? [];
  return codeOf(draft.tree).imports.find((use) => use.from === from);
}

function importOfOneOf(draft: Draft, modules: readonly string[]) {
  return codeOf(draft.tree).imports.find(({ from }) =>
    modules.some((module) => {
      const path = from.startsWith('/') ? from.slice(1) : posix.join(dirname(draft.file), from);
      return module === path || (module.startsWith(`${path}.`) && !module.slice(path.length).includes('/'));
    }),
  );
}

/** Anything may be thrown, and not all of it can be made a string. */
function wordsOf(cause: unknown): string {
  return cause instanceof Error ? String(cause) : inspect(cause);
}

/** Files, relative to the root, through which an error came, the one that threw it first: the bundler names each above its code. */
function modulesOf(cause: unknown): string[] {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  const modules: string[] = [];
  for (const [, path = '', line] of stack.matchAll(
    /\bat .*?((?:file:\/\/|[A-Z]:)?\/[^\s()]+?\.m?js):(\d+):\d+/g,
  )) {
    const file = path.startsWith('file:') ? fileURLToPath(path) : path;
    const lines = readFileSync(file, 'utf8').split('\n').slice(0, Number(line));
    const named = lines.findLast((each) => /^\/\/ \S.*\.\w+$/.test(each));
    if (named !== undefined) modules.push(named.slice('// '.length).trim());
  }
  return modules;
}
