import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import {
  briefsFolder,
  fontsFolder,
  logoFile,
  settingsFile,
  standingFolder,
  stylesFile,
} from '../brief/briefs-folder.ts';
import { isSlip } from '../brief/nearest.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import { entryOf } from '../store/folder.ts';
import { componentsFolder } from './own-components.ts';
import { publicFolder } from './public-folder.ts';

/** A file or folder that a publication may have, and what is probably meant to be it. */
interface Expected {
  readonly path: string;
  readonly isFolder: boolean;
  /** Names without underscore, in lower case. */
  readonly stems: readonly string[];
  readonly endings: RegExp;
  /** A file that makes a folder of that name likely, where folders may have any name. */
  readonly contains: (file: string) => boolean;
}

const never = (): boolean => false;
const isFont = (file: string): boolean => /\.(?:woff2?|ttf|otf)$/i.test(file);
const isComponent = (file: string): boolean => /\.astro$/i.test(file);
/** A standing page has a description; a brief has a summary. */
const isPage = (file: string): boolean =>
  /\.mdx?$/i.test(file) && /^---[^]*?^description:/m.test(textOf(file).slice(0, 10_000));

const expected: readonly Expected[] = [
  { path: settingsFile, isFolder: false, stems: ['site', 'settings', 'config'], endings: /\.(?:ya?ml|json|toml)$/i, contains: never },
  { path: logoFile, isFolder: false, stems: ['logo'], endings: /\.(?:svg|png|jpe?g|webp|gif|avif)$/i, contains: never },
  { path: stylesFile, isFolder: false, stems: ['custom', 'style', 'styles', 'theme'], endings: /\.(?:css|scss|sass|less)$/i, contains: never },
  { path: fontsFolder, isFolder: true, stems: ['fonts'], endings: /$/, contains: isFont },
  { path: standingFolder, isFolder: true, stems: ['pages'], endings: /$/, contains: isPage },
  { path: componentsFolder, isFolder: true, stems: ['components'], endings: /$/, contains: isComponent },
]; // prettier-ignore

/**
 * Reports files and folders that are probably meant for the look, the settings, standing pages or components, but have another name or
 * lie elsewhere: nothing reads them. `shown` are the images of briefs, which may have any name.
 */
export function findMisnamed(root: string, shown: ReadonlySet<string>): Diagnostic[] {
  const folders = namesIn(root, briefsFolder).filter((entry) => entry.isDirectory());
  const inside = folders
    .map(({ name }) => `${briefsFolder}/${name}`)
    .filter((folder) => folder !== fontsFolder);
  return ['', publicFolder, briefsFolder, ...inside].flatMap((folder) =>
    namesIn(root, folder).flatMap((entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (shown.has(file.normalize('NFC')) || expected.some(({ path }) => path === file)) return [];
      const meant = expected.find((each) => isMeant(root, file, entry, folder, each));
      return meant ? [misnamed(root, file, meant)] : [];
    }),
  );
}

function misnamed(root: string, file: string, { path, isFolder }: Expected): Diagnostic {
  const name = quote(isFolder ? `${path}/` : path);
  const isThere = entryOf(absolutePath(root, path)) !== undefined;
  // A picture or a style sheet of another kind needs more than a name.
  const isOtherKind = !isFolder && !/\.(?:svg|css|ya?ml)$/i.test(file);
  const rename = isOtherKind ? `save it as ${name}, in that format` : `rename it to ${name}`;
  // Files of a folder without an underscore are read as briefs.
  const isRead = file === `${briefsFolder}/pages`;
  return diagnosticOf(file, {
    code: 'file-misnamed',
    range: { start: 0, end: 0 },
    message: `Unexpected ${isFolder ? 'folder' : 'file'} ${quote(file)}${isRead ? '' : ', which nothing reads'}; did you mean ${name}?`,
    note: { text: isThere ? `${name} is there as well: delete one of the two` : rename },
  });
}

function isMeant(root: string, file: string, entry: Dirent, folder: string, each: Expected): boolean {
  const { isFolder, stems, endings, path } = each;
  if (isFolder !== entry.isDirectory() || !endings.test(entry.name)) return false;
  const stem = entry.name.replace(endings, '').toLowerCase().replace(/^[_.\s]+/, ''); // prettier-ignore
  const isMarked = entry.name.startsWith('_');
  const isNear = stems.some((known) => isSlip(stem, known));
  // Nothing else is read from a file of such a kind there.
  if (folder === briefsFolder && path === stylesFile) return true;
  if (!isNear) return false;
  if (isFolder && !isMarked) {
    const has = namesIn(root, file).some(({ name }) => each.contains(absolutePath(root, `${file}/${name}`)));
    // Folders of other names are a publisher's own.
    return has && (folder === briefsFolder || (folder === '' && path === componentsFolder));
  }
  // A file of the project or of `public/` may be called "logo.svg".
  return isMarked || (folder === briefsFolder && !/\.(?:png|jpe?g|webp|gif|avif)$/i.test(entry.name));
}

/** Nothing of a folder, a pipe, or a file that may not be read. */
function textOf(file: string): string {
  try {
    return entryOf(file)?.isFile() === true ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}

function namesIn(root: string, folder: string): Dirent[] {
  try {
    return readdirSync(absolutePath(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
}
