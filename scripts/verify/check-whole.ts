import { crc32 } from 'node:zlib';
import type { Fault } from './fault.ts';
import { parseJson } from './json.ts';
import type { SiteFolder } from './site-folder.ts';
import { parseStrictXml, type Element } from './strict-xml.ts';
import { unpack } from './unpack.ts';

/** No file is missing, cut short or damaged, as far as its format shows, and no drawing contains code. */
export function checkWhole(site: SiteFolder, own: ReadonlySet<string>): Fault[] {
  const faults = new Map(site.dangling.map((file) => [file, 'is a broken link, or not a file']));
  for (const file of site.files) {
    // Only its presence matters.
    if (own.has(file) || file === '.nojekyll') continue;
    const bytes = site.read(file);
    const reason = bytes.length === 0 ? 'is empty' : tests[/\.\w+$/.exec(file)?.[0] ?? '']?.(bytes);
    if (reason !== undefined) faults.set(file, reason);
  }
  return Array.from(faults, ([file, reason]) => ({
    address: site.addressOf(file).pathname,
    kind: 'file',
    reason,
  }));
}

type Test = (bytes: Buffer) => string | undefined;

const damaged = 'is cut short or damaged';

const isJson: Test = (bytes) => (parseJson(bytes.toString()) === undefined ? 'is not valid JSON' : undefined);
const isPacked: Test = (bytes) => (unpack(bytes) ? undefined : damaged);

const tests: Readonly<Record<string, Test>> = {
  '.png': (bytes) => (isWholePng(bytes) ? undefined : damaged),
  // JPEG, B.1.1.3: starts with SOI, ends with EOI.
  '.jpg': (bytes) => (bytes.toString('hex', 0, 2) === 'ffd8' && bytes.at(-1) === 0xd9 ? undefined : damaged),
  // WebP container: RIFF, with the length of the rest.
  '.webp': (bytes) => (bytes.length > 12 && bytes.readUInt32LE(4) + 8 === bytes.length ? undefined : damaged),
  '.avif': (bytes) => (isWholeBoxes(bytes) ? undefined : damaged),
  // WOFF File Format 2.0, 4.1: signature and total length.
  '.woff2': (bytes) =>
    bytes.toString('latin1', 0, 4) === 'wOF2' && bytes.length > 12 && bytes.readUInt32BE(8) === bytes.length
      ? undefined
      : damaged,
  // A folder of icons has 1 in the second field.
  '.ico': (bytes) => (bytes.length > 22 && bytes.readUInt32LE(0) === 0x10000 ? undefined : damaged),
  '.pdf': (bytes) => (/^%PDF-[^]*%%EOF\s*$/.test(bytes.toString('latin1')) ? undefined : damaged),
  '.svg': codeIn,
  '.json': isJson,
  '.webmanifest': isJson,
  '.pf_meta': isPacked,
  '.pf_index': isPacked,
  '.pf_filter': isPacked,
  '.pf_fragment': isPacked,
};

/** PNG, third edition, 5.3 to 5.6: every chunk has a valid checksum, and IEND is last. */
function isWholePng(bytes: Buffer): boolean {
  if (bytes.toString('latin1', 0, 8) !== '\u0089PNG\r\n\u001a\n') return false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length || crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end))
      return false;
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end + 4 === bytes.length;
    at = end + 4;
  }
  return false;
}

/** ISO base media file format: boxes with lengths that fill the file; an image has one for metadata and one for data. */
function isWholeBoxes(bytes: Buffer): boolean {
  let at = 0;
  const kinds: string[] = [];
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    kinds.push(bytes.toString('latin1', at + 4, at + 8));
    // Length 0: the box extends to the end of the file.
    if (length === 0) return true;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length && kinds.includes('meta') && kinds.includes('mdat');
}

function codeIn(bytes: Buffer): string | undefined {
  try {
    return hasCode(parseStrictXml(bytes.toString()))
      ? 'is a drawing that contains code or external links'
      : undefined;
  } catch (error) {
    return `is not well-formed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function hasCode({ name, attributes, children }: Element): boolean {
  return (
    /^(?:script|foreignObject|iframe)$/.test(name) ||
    Object.entries(attributes).some(
      ([key, value]) => /^on/i.test(key) || (/(?:^|:)href$/.test(key) && !/^(?:#|data:image\/)/.test(value)),
    ) ||
    children.some(hasCode)
  );
}
