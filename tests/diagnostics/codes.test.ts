import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { checkCards } from '../../src/build/card-check.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { publicationSample } from '../brief-sample.ts';
import { codes, type Code } from '../../src/diagnostics/codes.ts';
import { formatReport } from '../../src/check/report.ts';
import { openFolderBaseline } from '../../src/build/folder-baseline.ts';
import { checkPublicFolder } from '../../src/build/public-folder.ts';
import { findPrivateAddress } from '../../src/settings/private-address.ts';
import { withLook } from '../../src/build/own-look.ts';
import { checkSettings } from '../../src/settings/settings.ts';
import { briefText } from '../check/brief-text.ts';
import { openTestProject, type TestProject } from '../build/test-project.ts';

const fixtures = fileURLToPath(new URL('../fixtures/diagnostics/', import.meta.url));
const folders = readdirSync(fixtures).sort();

/** Files that are generated instead of stored in the repository. */
const additions: Partial<Record<Code, (testProject: TestProject) => void | Promise<void>>> = {
  'card-size': async ({ write }) => {
    write('briefs/noise.png', await noise(1200));
  },
  'file-kind': ({ root }) => {
    execFileSync('mkfifo', [join(root, 'briefs/pipe.md')]);
  },
  'file-link': ({ root }) => {
    symlinkSync('target.md', join(root, 'briefs/link.md'));
  },
  'file-size': ({ write }) => {
    write('briefs/huge.md', 'The bill was small. '.repeat(100_000));
    write('briefs/just-too-large.md', ' '.repeat(1_000_001));
  },
  'image-file': ({ root }) => {
    mkdirSync(join(root, 'briefs/pictures/folder.jpg'), { recursive: true });
    execFileSync('mkfifo', [join(root, 'briefs/pictures/pipe.jpg')]);
  },
  'image-location': async ({ write }) => {
    write('briefs/pictures/rack.jpg', await photo());
    write('briefs/pictures/shown-nowhere.jpg', await photo());
    write('public/team.jpg', await photo());
  },
  'redirect-target': ({ write }) => {
    write('public/_redirects', '# Our old site\n/old /news/topic/ 301\n/older 301\n');
  },
  'markup-amount': ({ write }) => {
    write('briefs/quotes.md', briefText(['> a\n\n'.repeat(4001)]));
    write('briefs/signs.md', briefText(['a**b*'.repeat(4000)]));
    write(
      'briefs/backticks.md',
      briefText([Array.from({ length: 500 }, (_, at) => '`'.repeat(at + 1)).join(' ')]),
    );
  },
};

/** A photograph with a location. */
function photo(): Promise<Buffer> {
  const place = { GPSLatitude: '52/1 31/1 0/1', GPSLatitudeRef: 'N' };
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#888' } })
    .withExif({ IFD3: place })
    .jpeg()
    .toBuffer();
}

/** A reproducible image that JPEG cannot compress. */
function noise(side: number): Promise<Buffer> {
  const pixels = Buffer.alloc(side * side * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .png()
    .toBuffer();
}

describe('a code', () => {
  it.each(Object.keys(codes))('%s has a fixture', (code) => {
    expect(folders).toContain(code);
  });

  const title = '%s is reported as its fixture says, and nothing else is';
  it.concurrent.each(folders.filter((code) => !isOfCards(code)))(title, matchesRecord);

  // Sequential, since each uses all cores.
  it.each(folders.filter(isOfCards))(title, matchesRecord);
});

/** `UPDATE_FIXTURES=1` rewrites the reports: read each as a writer would before you commit it. */
async function matchesRecord(code: string): Promise<void> {
  expect(Object.keys(codes)).toContain(code);
  using testProject = openTestProject();
  const ofSettings = code.startsWith('settings-');
  const ofPublic = code.startsWith('public-');
  if (ofPublic) cpSync(join(fixtures, code, 'public'), join(testProject.root, 'public'), { recursive: true });
  else if (!ofSettings)
    cpSync(join(fixtures, code, 'briefs'), join(testProject.root, 'briefs'), { recursive: true });
  await additions[code as Code]?.(testProject);
  const root = ofSettings ? join(fixtures, code) : testProject.root;
  const snapshot = {
    diagnostics: ofSettings
      ? settingsDiagnostics(root)
      : ofPublic
        ? await checkPublicFolder(root)
        : await briefDiagnostics(code, testProject),
  };
  const report = `${await formatReport(root, snapshot)}\n`;
  const path = join(fixtures, code, 'report.txt');
  if (process.env['UPDATE_FIXTURES'] === '1') writeFileSync(path, report);
  expect([...new Set(snapshot.diagnostics.map((diagnostic) => diagnostic.code))]).toEqual([code]);
  expect(report).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
}

function settingsDiagnostics(root: string): readonly Diagnostic[] {
  const checked = checkSettings(root);
  return 'diagnostics' in checked ? checked.diagnostics : findPrivateAddress(root, checked.publication);
}

async function briefDiagnostics(code: string, testProject: TestProject): Promise<readonly Diagnostic[]> {
  // The sample site's own address may have the sample pages.
  const publication = publicationSample({ address: 'https://news.test/' });
  const published = join(fixtures, code, 'published');
  const loaded = await testProject.load({
    ...(existsSync(published)
      ? { baseline: openFolderBaseline(testProject.root, published, 'published') }
      : {}),
    ...(code === 'sample-text' ? { publication } : {}),
    // Problems with a draft's card are warnings.
    ...(isOfCards(code) ? { audience: 'editors' } : {}),
  });
  const cards = isOfCards(code) ? await checkCards(testProject.root, publication, loaded.briefs) : [];
  const look = code.startsWith('look-') ? (await withLook(testProject.root, publication)).problems : [];
  return [...loaded.diagnostics, ...cards, ...look];
}

function isOfCards(code: string): boolean {
  return code.startsWith('card-');
}
