import { readSources } from '../check/report.ts';
import { formatHuman } from '../diagnostics/print.ts';
import { errorsFirst, hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { isStanding, standingName, settingsFile } from '../brief/briefs-folder.ts';
import { slugOf } from '../brief/slug.ts';

/** Sent by each page as soon as it is connected, with the milliseconds since its address was opened, and its path. */
export const openedEvent = 'fourfold:opened';

/** Sent to each page. */
const problemsEvent = 'fourfold:problems';

/** What a page in `dev` shows of the problems: a list at its edge, which never covers the page. */
export interface ShownProblems {
  /** Such as `2 errors, 1 warning`; empty if there are none. */
  readonly title: string;
  readonly report: string;
  /** Whether the open page, the settings or the look have errors. */
  readonly isOpen: boolean;
}

/** The problems of the open page first, then the others; errors before warnings in both. */
export async function problemsFor(
  root: string,
  diagnostics: readonly Diagnostic[],
  path: string,
  base: string,
): Promise<ShownProblems> {
  // Settings and the look are every page's.
  const isOwn = ({ code, file }: Diagnostic): boolean =>
    file === settingsFile || code === 'look-file' || addressIn(file) === path.slice(base.length);
  const own = errorsFirst(diagnostics.filter(isOwn));
  const sorted = [...own, ...errorsFirst(diagnostics.filter((each) => !isOwn(each)))];
  if (sorted.length === 0) return { title: '', report: '', isOpen: false };
  const report = formatHuman(sorted, await readSources(root, sorted));
  const [title = ''] = report.split('\n').slice(-1);
  return { title, report, isOpen: hasErrors(own) };
}

/** The address of the page of a file, relative to the base. */
function addressIn(file: string): string {
  return isStanding(file) ? `${standingName(file)}/` : `briefs/${slugOf(file)}/`;
}

export function sendProblems(
  client: { readonly send: (event: string, payload: ShownProblems) => void },
  problems: ShownProblems,
): void {
  client.send(problemsEvent, problems);
}

/**
 * For pages in `dev`: tells the server when the page was requested, lists the problems at its edge, and marks the gaps of drafts.
 */
export const pageScript = `
const gap = '\\u270e';
import.meta.hot?.on(${JSON.stringify(problemsEvent)}, ({ title, report, isOpen }) => {
  document.querySelector('fourfold-problems')?.remove();
  if (title === '') return;
  const host = document.createElement('fourfold-problems');
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = 'details{position:fixed;inset:auto 0 0;z-index:9;max-height:50vh;overflow:auto;background:#1b1b1f;color:#f4f4f5;font:14px/1.5 ui-monospace,monospace}summary{padding:.5rem 1rem;cursor:pointer}pre{margin:0;padding:0 1rem 1rem;white-space:pre-wrap;font:inherit}';
  const details = document.createElement('details');
  details.open = isOpen;
  const summary = document.createElement('summary');
  summary.textContent = title;
  const pre = document.createElement('pre');
  pre.textContent = report;
  details.append(summary, pre);
  root.append(style, details);
  document.body.append(host);
});
const ranges = [];
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  if (!texts.currentNode.data.includes(gap)) continue;
  const range = new Range();
  range.selectNodeContents(texts.currentNode);
  ranges.push(range);
}
globalThis.CSS?.highlights?.set('fourfold-gap', new Highlight(...ranges));
const gaps = new CSSStyleSheet();
gaps.replaceSync('::highlight(fourfold-gap){background-color:#ffe27a;color:#1b1b1f}section-text:not(:has(*)){display:block;min-height:2em;background:#ffe27a}');
document.adoptedStyleSheets.push(gaps);
import.meta.hot?.send(${JSON.stringify(openedEvent)}, { age: performance.now(), path: location.pathname });
`;
