/** What a file of another kind is, by its first bytes, whatever its name; undefined for text and Word documents. */
export function foreignKind(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 2048));
  if (start.startsWith('PK\x03\x04')) return kindOfArchive(start, bytes);
  return signatures.find(({ pattern }) => pattern.test(start))?.what;
}

/** Text in UTF-16 whose byte order mark is missing: every other byte of its start is zero. */
export function isUnmarkedUtf16(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 200);
  if (/^(?:\xff\xfe|\xfe\xff)/.test(latin1(start))) return false;
  const zeros = [0, 1].map((odd) => start.filter((byte, at) => at % 2 === odd && byte === 0).length);
  return start.length >= 4 && Math.max(...zeros) > start.length * 0.4 && Math.min(...zeros) === 0;
}

/** Byte for byte, unlike `TextDecoder`, whose latin1 is Windows-1252. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

const signatures = [
  { pattern: /^%PDF-/, what: 'a PDF file' },
  { pattern: /^\s*\{\\rtf/, what: 'an RTF file' },
  { pattern: /^\xd0\xcf\x11\xe0/, what: 'an old Word or Office file' },
  { pattern: /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF[^]{4}WEBP|II\*\0|MM\0\*|BM[^]{4}\0{4})/, what: 'an image' },
  { pattern: /^[^]{4}ftyp(?:avif|heic|mif1)/, what: 'an image' },
  { pattern: /^(?:[^]{4}ftyp|RIFF|ID3|OggS|\xff\xfb|fLaC|\x1aE\xdf\xa3)/, what: 'a sound or film' },
  { pattern: /^(?:\x1f\x8b|BZh|7z\xbc\xaf|\xfd7zXZ|Rar!)/, what: 'a compressed file' },
  { pattern: /^\s*\\documentclass/, what: 'a LaTeX file' },
  {
    pattern:
      /^(?=(?:[\w-]+:.*\r?\n(?:[ \t]+.*\r?\n)*){2,})(?=[^]*^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):)(?=[^]*^(?:From|Subject):)/im,
    what: 'an e-mail',
  },
];

/** Formats that are archives name themselves in their first entry, or by the folders inside. */
function kindOfArchive(start: string, bytes: Uint8Array): string | undefined {
  const [, type = ''] = /^PK\x03\x04[^]{26}mimetype(application\/[\w.+-]+)/.exec(start) ?? [];
  if (type.includes('opendocument.text')) return 'an OpenDocument text (.odt)';
  if (type.includes('opendocument')) return 'an OpenDocument file';
  if (type.includes('epub')) return 'an e-book (.epub)';
  const whole = latin1(bytes);
  if (whole.includes('xl/workbook')) return 'an Excel file';
  if (whole.includes('ppt/presentation')) return 'a PowerPoint file';
  if (whole.includes('Index/Document.iwa')) return 'a Pages document';
  // Without its list of entries, the file was cut short.
  const isWhole = whole.includes('PK\x05\x06');
  return isWhole && !whole.includes('[Content_Types].xml') && !whole.includes('word/')
    ? 'a ZIP archive'
    : undefined;
}
