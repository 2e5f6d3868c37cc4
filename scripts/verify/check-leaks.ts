import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';
import { unpack } from './unpack.ts';

/** Text that no file may contain: about briefs that are not public, and about the build machine. */
export interface Secrets {
  readonly hidden: readonly {
    readonly slug: string;
    /** Undefined if a public text contains the same words. */
    readonly title?: string;
  }[];
  /** Absolute paths of folders. */
  readonly folders: readonly string[];
}

interface Needle {
  readonly pattern: RegExp;
  readonly kind: 'draft' | 'path';
  readonly reason: string;
}

/**
 * Searches every byte of every file, and the file names. One pass over a file finds which of the slugs and titles it may have, so
 * that a hundred drafts do not take a hundred times as long as one.
 */
export function checkLeaks(site: SiteFolder, { hidden, folders }: Secrets): Fault[] {
  const paths = folders.map((text): Needle => ({
    pattern: pathIn(text),
    kind: 'path',
    reason: `contains the folder ${text} of the build machine`,
  }));
  const drafts = hidden.map(({ slug, title }) => ({
    slug,
    anchor: anchorOf(title ?? ''),
    bySlug: { kind: 'draft', reason: `mentions "${slug}", which is not public` } as const,
    byTitle:
      title === undefined
        ? undefined
        : ({
            pattern: wordingOf(title),
            kind: 'draft',
            reason: `contains the title of "${slug}", which is not public`,
          } satisfies Needle),
  }));
  if (paths.length + drafts.length === 0) return [];
  const slugs = new Set(drafts.map(({ slug }) => slug));
  const anchors = openAnchors(drafts.flatMap(({ anchor }) => anchor ?? []));
  return site.files.flatMap((file) => {
    const bytes = site.read(file);
    const content = isPacked(bytes) ? (unpack(bytes) ?? bytes) : bytes;
    const text = content.toString('latin1');
    const mentioned = slugsIn(`${file}\n${text}`, slugs);
    const found = anchors(content).union(anchors(Buffer.from(file)));
    const holds = ({ pattern }: Needle): boolean => pattern.test(text) || pattern.test(file);
    return [
      ...paths.filter(holds),
      ...drafts.flatMap(({ slug, anchor, bySlug, byTitle }) => [
        ...(mentioned.has(slug) ? [bySlug] : []),
        ...(byTitle && (anchor === undefined || found.has(anchor)) && holds(byTitle) ? [byTitle] : []),
      ]),
    ].map(({ kind, reason }) => ({ address: site.addressOf(file).pathname, kind, reason }));
  });
}

/** The slugs whose address, cards or id a text has, but not those of slugs with the same start, nor of other sites. */
function slugsIn(text: string, slugs: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  // Looks ahead, so that a mention inside another one is found, too.
  for (const [, name, card] of text.matchAll(mention)) {
    if (name !== undefined) found.add(name);
    // `a-link-0123456789ab` may be a card of `a-link`, or the link card of `a`.
    const slug = card?.replace(/-[0-9a-f]{12}$/, '');
    if (slug !== undefined && slug !== card)
      for (const end of [/$/, /-[a-z]+$/, /-[a-z]+-\d+$/])
        if (end.test(slug)) found.add(slug.replace(end, ''));
  }
  return found.intersection(slugs);
}

const mention = /(?:briefs\/|,\d{4}(?:-\d\d-\d\d)?:)(?=([\w-]+))|cards\/(?=([\w-]+)\.)/g;

/** Letters and digits of a title that look the same in every notation; undefined if it has too few in a row. */
function anchorOf(title: string): string | undefined {
  const [longest = ''] = (title.match(/[A-Za-z0-9]+/g) ?? []).sort((one, other) => other.length - one.length);
  return longest.length < anchorLength ? undefined : longest.slice(0, anchorLength);
}

const anchorLength = 6;

/** Returns a function that finds anchors in bytes. Two thirds of a second for 89 MB, whatever their number. */
function openAnchors(anchors: readonly string[]): (bytes: Uint8Array) => Set<string> {
  const all = new Set(anchors);
  const starts = new Uint8Array(65_536);
  for (const anchor of all) starts[hashOf(Buffer.from(anchor), 0)] = 1;
  return (bytes) => {
    const found = new Set<string>();
    for (let at = 0; all.size > 0 && at <= bytes.length - anchorLength; at += 1) {
      if (starts[hashOf(bytes, at)] === 0) continue;
      const anchor = String.fromCharCode(...bytes.subarray(at, at + anchorLength));
      if (all.has(anchor)) found.add(anchor);
    }
    return found;
  };
}

/** Of the bytes of an anchor. */
function hashOf(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let offset = 0; offset < anchorLength; offset += 1)
    hash = (hash * 31 + (bytes[at + offset] ?? 0)) & 0xffff;
  return hash;
}

/** A folder with something after it: `/app` alone starts many addresses. */
function pathIn(folder: string): RegExp {
  const name = RegExp.escape(inBytes(folder));
  return new RegExp(`file://${name}|${name}/(?:src|scripts|node_modules|briefs|public|dist|\\.[a-z])`);
}

/** A title anywhere, or a short one as a whole text. HTML, JSON and addresses escape some characters. */
function wordingOf(title: string): RegExp {
  const wordings = Array.from(title, (sign) => {
    const forms = [
      sign,
      encodeURIComponent(sign.toWellFormed()),
      JSON.stringify(sign).slice(1, -1),
      ...(entities[sign] ?? []),
    ];
    return `(?:${[...new Set(forms)].map((form) => RegExp.escape(inBytes(form))).join('|')})`;
  }).join('');
  return new RegExp(title.length < shortTitle ? `(?<=^|[>"\\n])${wordings}(?=$|[<"\\n])` : wordings);
}

const entities: Readonly<Record<string, readonly string[]>> = {
  '&': ['&amp;', '&#38;', '&#x26;'],
  '<': ['&lt;', '&#60;', '&#x3C;', '&#x3c;', '\\u003c', '\\u003C'],
  '>': ['&gt;', '&#62;', '&#x3E;', '&#x3e;'],
  '"': ['&quot;', '&#34;', '&#x22;'],
  "'": ['&apos;', '&#39;', '&#x27;'],
};

const shortTitle = 20;

/** The UTF-8 bytes of a text, one character each. */
function inBytes(text: string): string {
  return Buffer.from(text).toString('latin1');
}

/** RFC 1952, 2.3.1. Damaged files are reported by another check. */
function isPacked(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
