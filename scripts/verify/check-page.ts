import { URL } from 'node:url';
import type { Fault, FaultKind } from './fault.ts';
import { fold, isMoved, linksOf, metaOf, targetsOf, type PageFacts } from './page-facts.ts';
import { weaknessesOf } from './policy.ts';
import { isMoment } from './moments.ts';
import type { SiteFolder } from './site-folder.ts';

/** A page of the site and what it says. */
export interface Page {
  readonly file: string;
  readonly address: URL;
  readonly facts: PageFacts;
}

/** What is wrong with a page by itself: its head, policy and headings; where it leads is another question. */
export function checkPage(site: SiteFolder, { file, address, facts }: Page): Fault[] {
  const faults: Fault[] = [];
  const say = (kind: FaultKind, reason: string): void => {
    faults.push({ address: address.pathname, kind, reason });
  };
  if (facts.lang === '') say('head', 'does not say its language (<html lang>)');
  if (facts.title === '') say('head', 'has no title');
  if (facts.headings.count !== 1) say('html', `has ${facts.headings.count} headings h1, expected one`);
  const repeated = facts.ids.filter((id, at) => facts.ids.indexOf(id) < at);
  for (const id of new Set(repeated)) say('html', `has the id "${id}" more than once`);
  for (const what of new Set(facts.inline)) say('policy', `has ${what} inline, which the policy forbids`);
  const { policy } = facts;
  if (!policy) say('policy', 'has no Content-Security-Policy in its head');
  else {
    if (!policy.isFirst)
      say('policy', 'has something before its Content-Security-Policy, which is then not under it');
    const targets = targetsOf(facts);
    for (const weakness of weaknessesOf(policy.text, (source) => targets.includes(source)))
      say('policy', weakness);
  }
  if (metaOf(facts, 'description') === undefined && isListed(facts)) say('head', 'has no description');
  checkCanonical(site, { file, address, facts }, say);
  if (isListed(facts)) checkPreview(facts, say);
  return faults;
}

/** Whether search engines are to list the page. */
export function isListed(facts: PageFacts): boolean {
  // Of several the strictest counts.
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
  say: (kind: FaultKind, reason: string) => void,
): void {
  const [canonical, ...more] = linksOf(facts, 'canonical');
  if (more.length > 0) say('head', 'names more than one canonical address');
  if (canonical === undefined) {
    if (isListed(facts)) say('head', 'names no canonical address');
    return;
  }
  const named = URL.parse(canonical);
  if (!named) {
    say('head', `names "${canonical}" as canonical, expected an absolute address`);
    return;
  }
  const found = site.find(named);
  if ('nothing' in found) say('head', `names ${canonical} as canonical, which ${found.nothing}`);
  if ('elsewhere' in found) say('head', `names ${canonical} as canonical, which is another host`);
  if (isListed(facts) && named.href !== address.href) {
    say('head', `names ${canonical} as canonical, expected its own address ${address.href}`);
  }
}

/** What networks and chats read of a page (Open Graph protocol, required properties; Cards of X). */
function checkPreview(facts: PageFacts, say: (kind: FaultKind, reason: string) => void): void {
  const said = (name: string): string => fold(metaOf(facts, name) ?? '');
  for (const name of ['og:title', 'og:type', 'og:url', 'twitter:card'])
    if (said(name) === '') say('head', `does not say ${name}`);
  if (!facts.title.includes(said('og:title')))
    say('head', `says "${said('og:title')}" as og:title, and "${facts.title}" as its title`);
  if (said('og:type') === 'article' && said('og:title') !== '' && said('og:title') !== facts.headings.text)
    say('head', `says "${said('og:title')}" as og:title, and "${facts.headings.text}" in its heading`);
  const [canonical] = linksOf(facts, 'canonical');
  if (said('og:url') !== '' && said('og:url') !== canonical)
    say('head', `says ${said('og:url')} as og:url, and ${canonical ?? 'nothing'} as canonical`);
  const isLarge = said('twitter:card') === 'summary_large_image';
  if (isLarge !== (said('og:image') !== ''))
    say('head', isLarge ? 'promises a large picture (twitter:card), and names none (og:image)' : 'names a picture (og:image) that twitter:card does not show large'); // prettier-ignore
  for (const name of ['article:published_time', 'article:modified_time']) {
    if (said('og:type') === 'article' && !isMoment(said(name)))
      say('head', `says "${said(name)}" as ${name}, expected a moment (RFC 3339)`);
  }
}
