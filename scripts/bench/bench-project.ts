import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusAuthors, corpusBrief, corpusFile, writeCorpus } from './corpus.ts';

/** The parts of a project besides its briefs and packages, by path. */
export const projectParts = [
  '.config',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'public',
  'scripts',
  'src',
  'tsconfig.json',
] as const;

/** What a benchmark builds: everything; a link card for each brief without search; or only pages, feeds and data. */
export type Extent = 'all' | 'link-cards' | 'pages';

const settingsOf: Readonly<Record<Extent, object>> = {
  all: {},
  'link-cards': { cards: { newest: 0 }, search: false },
  pages: { cards: false, search: false },
};

/** Copies this project to a folder with generated briefs and its own cache; packages are shared. */
export function makeProject(root: string, count: number, extent: Extent): string {
  const folder = mkdtempSync(join(tmpdir(), `fourfold-bench-${count}-`));
  for (const part of projectParts) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeCorpus(join(folder, 'briefs'), count);
  writeFileSync(join(folder, 'briefs/_site.yaml'), settingsText(extent));
  return folder;
}

/** Changes to a site, by name. */
export const changes = {
  text: (folder: string, count: number) => {
    edit(folder, middleOf(count), (text) => `${text.trimEnd()} One sentence more.\n`);
  },
  title: (folder: string, count: number) => {
    edit(folder, middleOf(count), (text) => text.replace(/^title: "(.*)"$/m, 'title: "$1, again"'));
  },
  added: (folder: string, count: number) => {
    writeFileSync(join(folder, 'briefs', corpusFile(count)), corpusBrief(count));
  },
  template: (folder: string) => {
    const path = join(folder, 'src/site/components/Footer.astro');
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n<p>Another foot.</p>\n`);
  },
} as const;

export type Change = keyof typeof changes;

/** The brief with the middle number. Numbers are not chronological, so it is somewhere in the archive. */
function middleOf(count: number): string {
  return join('briefs', corpusFile(Math.floor(count / 2)));
}

function edit(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const changed = change(text);
  if (changed === text) throw new Error(`${file} was not changed`);
  writeFileSync(path, changed);
}

/** JSON is valid YAML. */
function settingsText(extent: Extent): string {
  return JSON.stringify({
    name: 'Bench',
    address: 'https://bench.example/',
    identity: { authority: 'bench.example', year: 2025 },
    description: 'Made-up briefs, to measure by.',
    lang: 'en',
    timeZone: 'Etc/UTC',
    authors: Object.fromEntries(corpusAuthors.map((id) => [id, { name: id }])),
    ...settingsOf[extent],
  });
}
