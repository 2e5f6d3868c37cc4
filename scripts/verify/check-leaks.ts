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

/** Searches every byte of every file, and the file names. */
export function checkLeaks(site: SiteFolder, { hidden, folders }: Secrets): Fault[] {
  const needles = [
    ...folders.map((text) => ({
      pattern: pathIn(text),
      kind: 'path' as const,
      reason: `contains the folder ${text} of the build machine`,
    })),
    ...hidden.flatMap(({ slug, title }) => [
      {
        pattern: addressOf(slug),
        kind: 'draft' as const,
        reason: `mentions "${slug}", which is not public`,
      },
      ...(title === undefined
        ? []
        : [
            {
              pattern: wordingOf(title),
              kind: 'draft' as const,
              reason: `contains the title of "${slug}", which is not public`,
            },
          ]),
    ]),
  ];
  if (needles.length === 0) return [];
  return site.files.flatMap((file) => {
    const bytes = site.read(file);
    const text = (isPacked(bytes) ? (unpack(bytes) ?? bytes) : bytes).toString('latin1');
    return needles
      .filter(({ pattern }) => pattern.test(text) || pattern.test(file))
      .map(({ kind, reason }) => ({ address: site.addressOf(file).pathname, kind, reason }));
  });
}

/** A brief's address, cards and id, but not those of slugs with the same start, nor of other sites. */
function addressOf(slug: string): RegExp {
  const name = RegExp.escape(slug);
  return new RegExp(
    `(?:briefs/|,\\d{4}(?:-\\d\\d-\\d\\d)?:)${name}(?![\\w-])|cards/${name}-(?:[a-z]+-(?:\\d+-)?)?[0-9a-f]{12}\\.`,
  );
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
