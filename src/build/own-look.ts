import { inks, paper } from '../brief/colour.ts';
import type { Logo, Look, Publication } from '../brief/publication.ts';
import { logoFile, stylesFile } from '../brief/briefs-folder.ts';
import { contrastOfLogo } from '../cards/logo-raster.ts';
import { errorOfReport, formatReport } from '../check/report.ts';
import { diagnosticOf, hasErrors, sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { readSettings } from '../settings/settings.ts';
import { misspelledNames } from './misspelled-names.ts';
import { readLookFile, type LookPart } from './look-file.ts';
import { readOwnFonts } from './own-fonts.ts';
import { readOwnLogo } from './own-logo.ts';
import { readOwnStyles } from './own-styles.ts';

/** Reads the files of the look; a file that is wrong is left out, and its problems are reported. */
export async function withLook(
  root: string,
  publication: Publication,
): Promise<{ readonly publication: Publication; readonly problems: readonly Diagnostic[] }> {
  const problems: Diagnostic[] = [];
  const read = async <Part>(
    file: string,
    maxBytes: number,
    partOf: (bytes: Buffer) => Promise<LookPart<Part>>,
  ): Promise<Part | undefined> => {
    const bytes = readLookFile(root, file, maxBytes);
    if (bytes === undefined) return undefined;
    const found = 'part' in bytes ? await partOf(bytes.part) : bytes;
    if ('part' in found) return found.part;
    problems.push(...found.findings.map((finding) => diagnosticOf(file, finding)));
    return undefined;
  };
  const styles = await read(stylesFile, maxStyles, (bytes) => readOwnStyles(root, publication, bytes));
  const logo = await read(logoFile, maxLogo, readOwnLogo);
  if (styles)
    problems.push(
      ...(await misspelledNames(root, styles.css)).map((finding) => diagnosticOf(stylesFile, finding)),
    );
  if (logo) problems.push(...(await unseenOn(logo, publication)));
  const fonts = await readOwnFonts(root, publication);
  problems.push(...fonts.problems);
  const look: Look = {
    ...(styles && { styles }),
    ...(logo && { logo }),
    ...(fonts.part && { fonts: fonts.part }),
  };
  return {
    publication: Object.keys(look).length === 0 ? publication : { ...publication, look },
    problems: sortDiagnostics(problems),
  };
}

/** Warns of a logo that is as good as invisible in light or in dark mode. */
async function unseenOn({ svg }: Logo, { ground = paper }: Publication): Promise<Diagnostic[]> {
  const problems: Diagnostic[] = [];
  for (const theme of ['light', 'dark'] as const) {
    const ratio = await contrastOfLogo(svg, inks[theme].ink, ground[theme]);
    if (ratio >= minLogoContrast) continue;
    problems.push(
      diagnosticOf(logoFile, {
        code: 'look-unseen',
        range: { start: 0, end: 0 },
        message: `Unexpected logo that cannot be seen in ${theme} mode: its contrast with the ground ${ground[theme]} is ${ratio.toFixed(1)}:1`,
        note: {
          text: 'write fill="currentColor" for the colour of text, or choose one that shows on both grounds; a shape without `fill` is black',
        },
      }),
    );
  }
  return problems;
}

/** Below this, shapes can hardly be told from what is behind them. */
const minLogoContrast = 1.5;

/** Reads the settings and the files of the look. Throws with a report of all problems. */
export async function readPublication(root: string): Promise<Publication> {
  const { publication, problems } = await withLook(root, await readSettings(root));
  if (!hasErrors(problems)) return publication;
  const report = await formatReport(root, { diagnostics: problems });
  throw errorOfReport(`Files beside the settings have errors.\n\n${report}\n`);
}

/** Bytes of the publication's own style sheet; the site's own have half as many. */
const maxStyles = 100_000;
/** Bytes of the logo, which is part of every page. */
const maxLogo = 20_000;
