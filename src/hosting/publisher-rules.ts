import type { Redirect } from './host-files.ts';
import type { HostRule } from './host-rules.ts';

/** What a publisher adds to `_headers` and `_redirects`, for hosts that read neither. */
export interface PublisherRules {
  /** One header each: hosts join the same header of several rules, so none replaces another. */
  readonly rules: readonly HostRule[];
  readonly redirects: readonly Redirect[];
  /** Lines that no other host has an equivalent for, each after the name of its file. */
  readonly omitted: readonly string[];
}

/** Reads both files as Cloudflare Pages and Netlify do. */
export function readPublisherRules(headersFile: string, redirectsFile: string): PublisherRules {
  const rules: HostRule[] = [];
  const redirects: Redirect[] = [];
  const omitted: string[] = [];
  let path = '';
  for (const line of linesOf(headersFile)) {
    const [, name = '', value = ''] = /^\s+([\w-]+):\s*([^$"\\]+)$/.exec(line) ?? [];
    const isPath = !/^\s/.test(line);
    if (isPath) path = simplePattern.test(line) ? line : '';
    if (path === '' || (!isPath && name === '')) omitted.push(`_headers: ${line.trim()}`);
    else if (!isPath) rules.push({ path, headers: { [name]: value } });
  }
  for (const line of linesOf(redirectsFile)) {
    const [from = '', to = '', status = '302', ...conditions] = line.replace(/\s#.*$/, '').trim().split(/\s+/); // prettier-ignore
    const isSimple = simplePath.test(from) && (simplePath.test(to) || otherSite.test(to));
    if (isSimple && conditions.length === 0 && /^30[12378]$/.test(status))
      redirects.push({ from, to, ...(/^30[18]$/.test(status) ? {} : { isTemporary: true }) });
    else omitted.push(`_redirects: ${line.trim()}`);
  }
  return { rules, redirects, omitted };
}

/** An address on the site; in a pattern, `:name` stands for one step and a last `*` for the rest. */
const simplePath = /^\/[^\s*:"$\\]*$/;
const simplePattern = /^\/(?:[^\s*"$\\:]|:\w+)*\*?$/;
const otherSite = /^https?:\/\/[^\s*"$\\]+$/;

/** Without blank lines and comments. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => !/^\s*(?:#|$)/.test(line));
}
