import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import subsetFont from 'subset-font';

/**
 * Makes the fonts of `src/fonts` from the variable fonts in npm: `node scripts/fonts.ts`, or with `--check` only compares.
 * Cards need static files, because satori draws a variable font at its default instance and no static file in npm has
 * weight 560 or optical size 72; pages save 70 KB by pinning what the headlines never vary.
 */
const display = { wght: 560, opsz: 72 };
/** A slide's running text is 36 of 1080 pixels, which a phone shows as 12: optical sizes are in points of 1/72 inch. */
const text = { wght: 400, opsz: 12 };

interface Instance {
  readonly to: string;
  readonly from: string;
  readonly axes: Readonly<Record<string, number>>;
}

const instances: readonly Instance[] = [
  ...Object.entries({ display, text }).flatMap(([face, axes]) =>
    ['latin', 'latin-ext', 'vietnamese'].map((subset) => ({
      to: `newsreader-${face}-${subset}.ttf`,
      from: `@fontsource-variable/newsreader/files/newsreader-${subset}-opsz-normal.woff2`,
      axes,
    })),
  ),
  {
    to: 'newsreader-display-latin.woff2',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: display,
  },
  ...[500, 700].flatMap((weight) =>
    ['latin', 'latin-ext'].map((subset) => ({
      to: `schibsted-grotesk-${weight}-${subset}.ttf`,
      from: `@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-${subset}-wght-normal.woff2`,
      axes: { wght: weight },
    })),
  ),
];

/** The Open Font License asks that its text go wherever the fonts go. */
const licences = [
  { to: 'newsreader-OFL.txt', from: '@fontsource-variable/newsreader/LICENSE' },
  { to: 'schibsted-grotesk-OFL.txt', from: '@fontsource-variable/schibsted-grotesk/LICENSE' },
];

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const files = [
  ...(await Promise.all(instances.map(async (each) => ({ to: each.to, bytes: await makeInstance(each) })))),
  ...(await Promise.all(licences.map(async ({ to, from }) => ({ to, bytes: await readPackage(from) })))),
];
for (const { to, bytes } of files) {
  const path = fileURLToPath(new URL(`../src/fonts/${to}`, import.meta.url));
  if (!values.check) await writeFile(path, bytes);
  else if (!bytes.equals(await readFile(path).catch(() => Buffer.alloc(0)))) {
    console.error(`src/fonts/${basename(path)} is not what the fonts in npm give; run node scripts/fonts.ts`);
    process.exitCode = 1;
  }
}

async function makeInstance({ from, to, axes }: Instance): Promise<Buffer> {
  return subsetFont(await readPackage(from), undefined, {
    targetFormat: to.endsWith('.woff2') ? 'woff2' : 'truetype',
    keepAllGlyphs: true,
    noHinting: true,
    variationAxes: axes,
  });
}

async function readPackage(path: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(path)));
}
