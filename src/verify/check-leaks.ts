import { gunzipSync } from 'node:zlib';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** What must stand in no file: of briefs that are not public, and of the machine that built the site. */
export interface Secrets {
  readonly hidden: readonly { readonly slug: string; readonly title: string }[];
  /** Absolute paths of folders. */
  readonly folders: readonly string[];
}

/** Every byte of every file is searched, names of files among them. */
export function checkLeaks(site: SiteFolder, { hidden, folders }: Secrets): Fault[] {
  const needles = [
    ...folders.map((text) => ({
      text,
      kind: 'path' as const,
      reason: `names the folder ${text} of the machine that built it`,
    })),
    ...hidden.flatMap(({ slug, title }) => [
      { text: `/${slug}`, kind: 'draft' as const, reason: `names "${slug}", which is not public` },
      { text: title, kind: 'draft' as const, reason: `has the title of "${slug}", which is not public` },
    ]),
  ].map((needle) => ({ ...needle, bytes: Buffer.from(needle.text) }));
  if (needles.length === 0) return [];
  return site.files.flatMap((file) => {
    const bytes = unpacked(site.read(file));
    return needles
      .filter((needle) => bytes.includes(needle.bytes) || `/${file}`.includes(needle.text))
      .map(({ kind, reason }) => ({ address: site.addressOf(file).pathname, kind, reason }));
  });
}

/** Indexes of the search are packed (RFC 1952). */
function unpacked(bytes: Buffer): Buffer {
  try {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch {
    // Damaged, which is told elsewhere.
    return bytes;
  }
}
