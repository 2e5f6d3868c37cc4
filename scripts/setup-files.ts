import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defaultAccent, type Theme } from '../src/brief/colour.ts';
import type { Publication } from '../src/brief/publication.ts';
import { standingFolder } from '../src/brief/briefs-folder.ts';
import { iconSource } from '../src/cards/icons.ts';
import { isSampleBrief, isSampleIcon, sampleGroups, samples } from '../src/build/samples.ts';
import { isWritten, writeStandingPages, type StandingFacts } from '../src/languages/standing-pages.ts';
import { absolutePath, briefsFolderPath } from '../src/markdown/source-paths.ts';

/** Whether anything of the sample publication is there. */
export function hasSamples(root: string, publication: Publication): boolean {
  const icon = join(root, iconSource);
  return (
    sampleBriefsIn(root).length > 0 ||
    (['topics', 'threads'] as const).some((kind) => sampleGroups(publication, kind).length > 0) ||
    (existsSync(icon) && isSampleIcon(readFileSync(icon, 'utf8')))
  );
}

function sampleBriefsIn(root: string): string[] {
  return Object.keys(samples.briefs).filter((file) => {
    const path = join(briefsFolderPath(root), file);
    return existsSync(path) && isSampleBrief(file, readFileSync(path, 'utf8'));
  });
}

/** Removes the sample briefs and their pictures, and returns the paths. Briefs that got another title stay. */
export function removeSamples(root: string): string[] {
  const folder = briefsFolderPath(root);
  const briefs = sampleBriefsIn(root);
  const pictures = Object.entries(samples.pictures).flatMap(([picture, brief]) =>
    briefs.includes(brief) && existsSync(join(folder, picture)) ? [picture] : [],
  );
  const removed = [...briefs, ...pictures];
  for (const file of removed) rmSync(join(folder, file));
  try {
    // Files added by the publisher stay.
    rmdirSync(join(folder, 'pictures'));
  } catch {
    // Missing or not empty.
  }
  return removed;
}

/** What happened to the standing pages, by path. */
export interface WrittenPages {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** Written or changed by the publisher. */
  readonly kept: readonly string[];
}

/**
 * Writes the standing pages: in place of samples and of those that setup wrote before, and where there is none. A publisher with
 * pages of their own has left out those that are missing, except in the first setup.
 */
export function replacePages(root: string, facts: StandingFacts, isFirst: boolean): WrittenPages {
  const folder = absolutePath(root, standingFolder);
  mkdirSync(folder, { recursive: true });
  const present = new Map(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [[entry.name, readFileSync(join(folder, entry.name), 'utf8')] as const] : [],
    ),
  );
  const hasOwn = [...present.values()].some((text) => !isReplaceable(text));
  const done = { written: [] as string[], removed: [] as string[], kept: [] as string[] };
  for (const [slug, page] of Object.entries(writeStandingPages(facts))) {
    const name = `${slug}.mdx`;
    const before = present.get(name);
    if (before === undefined ? hasOwn && !isFirst : !isReplaceable(before)) {
      if (before !== undefined) done.kept.push(`${standingFolder}/${name}`);
    } else if (page !== undefined) {
      if (page !== before) done.written.push(`${standingFolder}/${name}`);
      writeFileSync(join(folder, name), page);
    } else if (before !== undefined) {
      done.removed.push(`${standingFolder}/${name}`);
      rmSync(join(folder, name));
    }
  }
  return done;
}

function isReplaceable(text: string): boolean {
  return isWritten(text) || /^sample: *true *\r?$/m.test(text);
}

/** The privacy page that setup wrote; empty if there is none. */
export function writtenPrivacyPage(root: string): string {
  const path = absolutePath(root, `${standingFolder}/privacy.mdx`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return isWritten(text) ? text : '';
}

/** A plain square in the publication's colour, until it has an icon of its own. */
function plainIcon({ light, dark }: Record<Theme, string>): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>path{fill:${light}}@media(prefers-color-scheme:dark){path{fill:${dark}}}</style><path d="M3 3h18v18H3z"/></svg>\n`;
}

/** Writes the plain icon in place of the sample and of a plain one in another colour; undefined if the publisher has their own. */
export function replaceIcon(
  root: string,
  { accent = defaultAccent }: Pick<Publication, 'accent'>,
  samples: 'keep' | 'remove',
): string | undefined {
  const path = join(root, iconSource);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const icon = plainIcon(accent);
  const isPlain = (text: string): boolean => text.replaceAll(/#[\da-f]{6}/gi, '') === icon.replaceAll(/#[\da-f]{6}/gi, ''); // prettier-ignore
  const isOurs = before === undefined || isPlain(before) || (samples === 'remove' && isSampleIcon(before));
  if (before === icon || !isOurs) return undefined;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, icon);
  return iconSource;
}
