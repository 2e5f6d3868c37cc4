import type { SitePaths } from '../brief/site-paths.ts';
import { standingName } from '../brief/briefs-folder.ts';
import type { PageFacts } from '../check/cross-brief-facts.ts';
import { listPublicFolder, publicFolder } from './public-folder.ts';
import { listStandingFiles } from './standing-pages.ts';

/** A standing page, or a file in `public/`. */
export interface OwnFile {
  /** Relative to the project root. */
  readonly file: string;
  /** Its address relative to the site's root, without the base, such as `about/`. */
  readonly path: string;
}

export async function ownFiles(root: string): Promise<OwnFile[]> {
  const { files: names } = await listStandingFiles(root);
  const pages = names.map((file) => ({ file, path: `${standingName(file)}/` }));
  const files = listPublicFolder(root).files.map((path) => ({
    file: `${publicFolder}/${path}`,
    path: path.replace(/(^|\/)index\.html$/, '$1'),
  }));
  return [...pages, ...files];
}

/** Addresses that links may lead to; standing pages with their ids. */
export function ownPaths(files: readonly OwnFile[], pages: readonly PageFacts[]): SitePaths {
  const anchors = new Map(pages.map((page) => [page.file, page.anchors]));
  return new Map(
    files.map(({ file, path }) => {
      const ids = anchors.get(file);
      return [path, ids && new Set(ids)];
    }),
  );
}
