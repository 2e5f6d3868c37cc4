import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createFontStack } from '@capsizecss/core';
import { fromBuffer } from '@capsizecss/unpack';
import subsetFont from 'subset-font';
import { runCommand } from './command.ts';

const usage = `Usage: npm run fonts -- [options]

Generates the fonts in src/site/fonts/, and the styles of their fallbacks, from the npm packages.

Options:
  --check    Write nothing, and report every file that differs from what would be generated.
  --help     Print this text.

Exit code: 0 generated, or all the same, 1 a file differs, 2 wrong usage.`;

/** Pinning axes that pages do not use saves 150 KB. */
const display = { wght: 560, opsz: 72 };

interface Instance {
  readonly to: string;
  readonly from: string;
  readonly axes: Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;
  /** Character ranges; undefined for all characters of the font. */
  readonly ranges?: readonly (readonly [number, number])[];
}

const instances: readonly Instance[] = [
  {
    to: 'newsreader-display-latin.woff2',
    from: '@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
    axes: display,
  },
  // Pages need two weights and an italic of the text font; pinned, each is a third of the variable font.
  ...(
    [
      ['text', 400, 'normal'],
      ['text-bold', 600, 'normal'],
      ['text-italic', 400, 'italic'],
    ] as const
  ).map(([name, wght, style]) => ({
    to: `newsreader-${name}-latin.woff2`,
    from: `@fontsource-variable/newsreader/files/newsreader-latin-wght-${style}.woff2`,
    axes: { wght },
  })),
  // The letters of Arabic, Persian and Urdu: half of the whole file.
  {
    to: 'noto-naskh-arabic-basic.woff2',
    from: '@fontsource-variable/noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
    axes: { wght: { min: 400, max: 700 } },
    ranges: [
      [0x20, 0x7e],
      [0x0600, 0x06ff],
      [0x200c, 0x200f],
      [0x2010, 0x2011],
    ],
  },
];

/**
 * Metrics of common system fonts from @capsizecss/metrics 4.3.0, in units of 2048 per em. The package itself has 169 MB,
 * since it includes all Google fonts.
 */
const installed = {
  Arial: { familyName: 'Arial', fullName: 'Arial', postscriptName: 'ArialMT', ascent: 1854, descent: -434, lineGap: 67, unitsPerEm: 2048, xWidthAvg: 913 },
  Georgia: { familyName: 'Georgia', fullName: 'Georgia', postscriptName: 'Georgia', ascent: 1878, descent: -449, lineGap: 0, unitsPerEm: 2048, xWidthAvg: 913 },
  Times: { familyName: 'Times New Roman', fullName: 'Times New Roman', postscriptName: 'TimesNewRomanPSMT', ascent: 1825, descent: -443, lineGap: 87, unitsPerEm: 2048, xWidthAvg: 832 },
} as const; // prettier-ignore

/** The Open Font License must be distributed with the fonts. */
const licences = [
  { to: 'fonts/newsreader-OFL.txt', from: '@fontsource-variable/newsreader/LICENSE' },
  { to: 'fonts/noto-naskh-arabic-OFL.txt', from: '@fontsource-variable/noto-naskh-arabic/LICENSE' },
];

interface Arguments {
  readonly help: boolean;
  readonly check: boolean;
}

interface MadeFile {
  /** Path in `src/site/`. */
  readonly to: string;
  readonly bytes: Buffer;
}

await runCommand(usage, readArguments, makeFonts);

function readArguments(): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  return parseArgs({ options: { check: flag, help: { ...flag, short: 'h' } } }).values;
}

async function makeFonts({ check }: Arguments): Promise<number> {
  const made = await Promise.all(
    instances.map(async (each) => ({ to: `fonts/${each.to}`, bytes: await makeInstance(each) })),
  );
  const files: MadeFile[] = [
    ...made,
    ...(await Promise.all(licences.map(async ({ to, from }) => ({ to, bytes: await readPackage(from) })))),
    { to: 'styles/font-fallbacks.css', bytes: Buffer.from(await formatFallbacks()) },
  ];
  const source = fileURLToPath(new URL('../src/site/', import.meta.url));
  let code = 0;
  for (const { to, bytes } of files) {
    const path = join(source, to);
    if (!check) await writeFile(path, bytes);
    else if (!bytes.equals(await readFile(path).catch(() => Buffer.alloc(0)))) {
      console.error(`src/site/${to} does not match the fonts in npm. Generate it again: npm run fonts`);
      code = 1;
    }
  }
  return code;
}

/** System fonts adjusted to the metrics of ours, so that nothing moves when ours load. */
async function formatFallbacks(): Promise<string> {
  const newsreader = '@fontsource-variable/newsreader/files/newsreader-latin';
  const stacks = [
    { name: 'Newsreader Display', from: `${newsreader}-opsz-normal.woff2`, axes: display, fallbacks: ['Georgia', 'Times'] },
    { name: 'Newsreader', from: `${newsreader}-opsz-normal.woff2`, axes: { wght: 400, opsz: 12 }, fallbacks: ['Georgia', 'Times'] },
    { name: 'Schibsted Grotesk', from: '@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2', axes: { wght: 500 }, fallbacks: ['Arial'] },
  ] as const; // prettier-ignore
  const rules = stacks.flatMap(({ name, fallbacks, ...source }) => {
    return fallbacks.map(async (fallback) => {
      const bytes = await makeInstance({ to: `${name}.ttf`, ...source });
      const { fontFaces } = createFontStack([await fromBuffer(bytes), installed[fallback]], {
        fontFaceFormat: 'styleObject',
      });
      const [face] = fontFaces;
      if (!face) throw new Error(`no metrics of ${fallback}`);
      const { src, sizeAdjust, ascentOverride, descentOverride } = face['@font-face'];
      return `@font-face {
  font-family: '${name} ${fallback}';
  src: ${src ?? ''};
  size-adjust: ${sizeAdjust ?? ''};
  ascent-override: ${ascentOverride ?? ''};
  descent-override: ${descentOverride ?? ''};
  line-gap-override: 0%;
}
`;
    });
  });
  return `/* Made by scripts/fonts.ts. */\n\n${(await Promise.all(rules)).join('\n')}`;
}

async function makeInstance({ from, to, axes, ranges }: Instance): Promise<Buffer> {
  return subsetFont(await readPackage(from), ranges && charactersOf(ranges), {
    targetFormat: to.endsWith('.woff2') ? 'woff2' : 'truetype',
    keepAllGlyphs: ranges === undefined,
    noHinting: true,
    variationAxes: axes,
  });
}

async function readPackage(path: string): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve(path)));
}

function charactersOf(ranges: readonly (readonly [number, number])[]): string {
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, at) => first + at))
    .map((code) => String.fromCodePoint(code))
    .join('');
}
