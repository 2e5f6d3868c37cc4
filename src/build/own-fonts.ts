import { fontsFolder, settingsFile } from '../brief/briefs-folder.ts';
import { nearestOf } from '../brief/nearest.ts';
import type { FontFiles, OwnFont, OwnFonts, Publication } from '../brief/publication.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { fontStylesOf } from '../metadata/font-styles.ts';
import { readSettingsSource } from '../settings/settings.ts';
import { digestOf } from '../store/cache.ts';
import { filesBelow } from '../store/folder.ts';
import { findingAt, readLookFile, wholeFile, type LookPart } from './look-file.ts';

/** Bytes of a font, which most readers load: enough for all of Latin, Greek and Cyrillic with every weight. */
const maxFont = 1_000_000;

/** The fonts that the settings name; one that is wrong is left out, and its problems are reported. */
export async function readOwnFonts(
  root: string,
  { fonts = {} }: Pick<Publication, 'fonts'>,
): Promise<{ readonly part?: OwnFonts; readonly problems: readonly Diagnostic[] }> {
  const problems: Diagnostic[] = [];
  const files: Record<string, OwnFont> = {};
  const read = new Map<string, LookPart<OwnFont> | undefined>();
  for (const [use, name] of Object.entries(fonts)) {
    const file = `${fontsFolder}/${name}`;
    const isNew = !read.has(file);
    if (isNew) read.set(file, await readFont(root, file));
    const found = read.get(file);
    if (!found) problems.push(missing(root, use, name));
    else if ('part' in found) files[use] = found.part;
    else if (isNew) problems.push(...found.findings.map((finding) => diagnosticOf(file, finding)));
  }
  const part = files as FontFiles;
  return Object.keys(files).length === 0
    ? { problems }
    : { part: { files: part, styles: fontStylesOf(part) }, problems };
}

async function readFont(root: string, file: string): Promise<LookPart<OwnFont> | undefined> {
  const read = readLookFile(root, file, maxFont);
  if (!read || 'findings' in read) return read;
  const problem = (message: string, advice: string): LookPart<OwnFont> => ({
    findings: [findingAt(wholeFile, message, advice)],
  });
  const bytes = read.part;
  const kind = kindOf(bytes);
  if (!file.endsWith(`.${kind}`))
    return problem(
      `Unexpected ${kind === undefined ? 'kind of file' : `font of the kind ${kind.toUpperCase()}`}, expected ${file.endsWith('.ttf') ? 'TTF' : 'WOFF2'}`,
      kind === 'ttf' || kind === 'woff2' ? `end its name in .${kind}` : 'download the font as WOFF2 or TTF',
    );
  // Few publications have fonts of their own.
  const { inspectFont } = await import('../cards/text/font.ts');
  const facts = await inspectFont(bytes).catch(() => undefined);
  if (!facts || facts.characters === 0)
    return problem('Unexpected font that cannot be read: it is cut off or damaged', 'download it again');
  const { axes, height } = facts;
  return { part: { source: file, version: digestOf(bytes).slice(0, 12), axes, height } };
}

/** By the first bytes (OpenType 1.9, "Table directory"; WOFF 2.0, section 4); undefined if it is no font. */
function kindOf(bytes: Buffer): 'otf' | 'ttf' | 'woff' | 'woff2' | undefined {
  const signature = bytes.toString('latin1', 0, 4);
  if (signature === 'wOF2') return 'woff2';
  if (signature === 'wOFF') return 'woff';
  if (signature === 'OTTO') return 'otf';
  return signature === '\0\u0001\0\0' || signature === 'true' ? 'ttf' : undefined;
}

function missing(root: string, use: string, name: string): Diagnostic {
  const there = [...filesBelow(absolutePath(root, fontsFolder))];
  // Names that differ in their ending alone are near, and those that share it are not.
  const meant = nearestOf(stemOf(name), there.map(stemOf));
  const nearest = there.find((file) => stemOf(file) === meant);
  return diagnosticOf(settingsFile, {
    ...findingAt(
      wholeFile,
      `Unexpected font ${quote(name)}: there is no file ${fontsFolder}/${name}`,
      nearest === undefined ? `put the file in ${fontsFolder}/` : `did you mean ${quote(nearest)}?`,
    ),
    range: readSettingsSource(root)?.rangeOf(['fonts', use]) ?? wholeFile,
  });
}

function stemOf(name: string): string {
  return name.replace(/\.\w+$/, '');
}
