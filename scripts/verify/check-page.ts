import { URL } from 'node:url';
import type { Fault, FaultKind } from './fault.ts';
import { collapseSpace, isMoved, linksOf, metaOf, targetsOf, type PageFacts } from './page-facts.ts';
import { weaknessesOf } from './policy.ts';
import { isMoment } from './moments.ts';
import type { SiteFolder } from './site-folder.ts';

/** A page of the site and its content. */
export interface Page {
  readonly file: string;
  readonly address: URL;
  readonly facts: PageFacts;
}

/** Checks a page on its own: head, policy and headings, but not links. */
export function checkPage(site: SiteFolder, { file, address, facts }: Page): Fault[] {
  const faults: Fault[] = [];
  const report = (kind: FaultKind, reason: string): void => {
    faults.push({ address: address.pathname, kind, reason });
  };
  if (facts.lang === '') report('head', 'has no language (<html lang>)');
  if (facts.title === '') report('head', 'has no title');
  if (facts.headings.count !== 1) report('html', `has ${facts.headings.count} headings h1, expected one`);
  const repeated = facts.ids.filter((id, at) => facts.ids.indexOf(id) < at);
  for (const id of new Set(repeated)) report('html', `has the id "${id}" more than once`);
  for (const what of new Set(facts.inline)) report('policy', `has ${what} inline, which the policy forbids`);
  const { policy } = facts;
  if (!policy) report('policy', 'has no Content-Security-Policy in its head');
  else {
    if (!policy.isFirst)
      report('policy', 'has an element before its Content-Security-Policy, which does not apply to it');
    const targets = targetsOf(facts);
    for (const weakness of weaknessesOf(policy.text, (source) => targets.includes(source)))
      report('policy', weakness);
  }
  if (metaOf(facts, 'description') === undefined && isListed(facts)) report('head', 'has no description');
  checkCanonical(site, { file, address, facts }, report);
  if (isListed(facts)) checkPreview(facts, report);
  return faults;
}

/** Whether search engines may list the page. */
export function isListed(facts: PageFacts): boolean {
  // The strictest of several applies.
  return (
    !isMoved(facts) &&
    !facts.meta.some(
      ([name, said]) => /^(?:robots|googlebot|bingbot)$/i.test(name) && /\b(?:noindex|none)\b/i.test(said),
    )
  );
}

function checkCanonical(
  site: SiteFolder,
  { address, facts }: Page,
  report: (kind: FaultKind, reason: string) => void,
): void {
  const [canonical, ...more] = linksOf(facts, 'canonical');
  if (more.length > 0) report('head', 'has more than one canonical address');
  if (canonical === undefined) {
    if (isListed(facts)) report('head', 'has no canonical address');
    return;
  }
  const named = URL.parse(canonical);
  if (!named) {
    report('head', `names "${canonical}" as canonical, expected an absolute address`);
    return;
  }
  const found = site.find(named);
  if ('nothing' in found) report('head', `names ${canonical} as canonical, which ${found.nothing}`);
  if ('elsewhere' in found) report('head', `names ${canonical} as canonical, which is another host`);
  if (isListed(facts) && named.href !== address.href) {
    report('head', `names ${canonical} as canonical, expected its own address ${address.href}`);
  }
}

/** Metadata for networks and messengers (Open Graph protocol, required properties; X cards). */
function checkPreview(facts: PageFacts, report: (kind: FaultKind, reason: string) => void): void {
  const said = (name: string): string => collapseSpace(metaOf(facts, name) ?? '');
  for (const name of ['og:title', 'og:type', 'og:url', 'twitter:card'])
    if (said(name) === '') report('head', `has no ${name}`);
  if (!facts.title.includes(said('og:title')))
    report('head', `has "${said('og:title')}" as og:title, but "${facts.title}" as its title`);
  if (said('og:type') === 'article' && said('og:title') !== '' && said('og:title') !== facts.headings.text)
    report('head', `has "${said('og:title')}" as og:title, but "${facts.headings.text}" as its heading`);
  const [canonical] = linksOf(facts, 'canonical');
  if (said('og:url') !== '' && said('og:url') !== canonical)
    report('head', `has ${said('og:url')} as og:url, but ${canonical ?? 'nothing'} as canonical`);
  const isLarge = said('twitter:card') === 'summary_large_image';
  if (isLarge !== (said('og:image') !== ''))
    report('head', isLarge ? 'announces a large image (twitter:card), but has none (og:image)' : 'has an image (og:image) that twitter:card does not show large'); // prettier-ignore
  for (const name of ['article:published_time', 'article:modified_time']) {
    if (said('og:type') === 'article' && !isMoment(said(name)))
      report('head', `has "${said(name)}" as ${name}, expected a date and time (RFC 3339)`);
  }
}
