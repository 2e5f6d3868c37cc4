import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readBuiltFiles } from '../../src/build/last-build.ts';
import type { Fault } from '../../scripts/verify/fault.ts';
import { verifySite } from '../../scripts/verify/verify.ts';
import { differencesOf, digestsOf } from './digests.ts';
import { fileFaults, pageFaults, put, slug, type Change } from './verify-faults.ts';

const nothing = { secrets: { hidden: [], folders: [] }, own: new Set<string>() };

describe('npm run verify, on the shipped site', () => {
  const { root } = inject('shippedSite');
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-verified-'));
  let planted: readonly Fault[] = [];
  const cut: string[] = [];

  beforeAll(async () => {
    cpSync(join(root, 'dist'), folder, { recursive: true });
    expect(await verifySite(folder, nothing)).toMatchObject({
      faults: [],
      home: 'https://fourfold.example/',
    });
    const page = readFileSync(join(folder, 'briefs', slug, 'index.html'), 'utf8');
    for (const [name, change] of [['clean', (text: string) => text] as const, ...pageFaults]) {
      const address = addressOf(name);
      const own = page.replaceAll(`/briefs/${slug}/"`, `${address}"`);
      mkdirSync(join(folder, address), { recursive: true });
      writeFileSync(join(folder, address, 'index.html'), changed(own, name, change));
    }
    for (const [name, file, change] of fileFaults) rewrite(file, (text) => changed(text, name, change));
    const cards = readdirSync(join(folder, 'cards'));
    const other = cards.find((file) => /^egypt-malaria-free-\w+\.png$/.test(file)) ?? '';
    rewrite('briefs/high-seas-treaty/index.html', (text) => text.replaceAll(/high-seas-treaty-\w+\.(?:png|jpg)/g, other)); // prettier-ignore
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const kind of ['.png', '.pdf', '.avif', '.webp', '.woff2', '.ico', '.pf_fragment', '.pf_meta']) {
      const file = files.find((name) => name.endsWith(kind)) ?? kind;
      const whole = readFileSync(join(folder, file));
      rmSync(join(folder, file));
      writeFileSync(join(folder, file), whole.subarray(0, kind === '.ico' ? 10 : -9));
      cut.push(file);
    }
    rewrite('topics/climate/index.html', put('<meta name="robots"', '<meta name="robots" content="noindex"><meta name="robots"')); // prettier-ignore
    symlinkSync(join(folder, 'none'), join(folder, 'lost.css'));
    for (const file of ['own.txt', 'stray.txt']) writeFileSync(join(folder, file), 'x');
    const built = readBuiltFiles(root);
    planted = (await verifySite(folder, { ...nothing, built, own: new Set(['own.txt']) })).faults;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Files of the site are links to the cache. */
  function rewrite(file: string, change: Change): void {
    const path = join(folder, file);
    const text = change(readFileSync(path, 'utf8'));
    rmSync(path);
    writeFileSync(path, text);
  }

  function changed(text: string, name: string, change: Change): string {
    const after = change(text);
    if (name !== 'clean') expect(after, `${name} is planted`).not.toBe(text);
    return after;
  }

  /** Where the fault of one file is reported for another. */
  const addresses: Readonly<Record<string, string>> = {
    'is in no sitemap': '/contact/',
    blocks: '/sitemap-1.xml',
    'announces different pages than': '/feed.json',
  };

  function addressOf(name: string): string {
    return `/planted/${name.replace(/\W+/g, '-')}/`;
  }

  test('finds that a valid page is not linked from anywhere', () => {
    expect(planted.filter(({ address }) => address === addressOf('clean'))).toEqual([
      { address: addressOf('clean'), kind: 'built', reason: 'was added after the build' },
      { address: addressOf('clean'), kind: 'sitemap', reason: 'is in no sitemap' },
      { address: addressOf('clean'), kind: 'unlinked', reason: 'is not linked from anywhere' },
    ]);
  });

  test.each(pageFaults)('finds %s on a page, and says where', (name, _change, kind, reason) => {
    expect(planted).toContainEqual({ kind, address: addressOf(name), reason: contains(reason) });
  });

  test.each(fileFaults)('finds %s in a file, and says where', (_name, file, _change, kind, reason) => {
    const address = addresses[reason] ?? `/${file}`;
    expect(planted).toContainEqual({ kind, address, reason: contains(reason) });
  });

  test('respects noindex among other directives, and reports the page in the sitemap', () => {
    expect(planted).toContainEqual({
      address: '/sitemap-1.xml',
      kind: 'sitemap',
      reason: 'lists https://fourfold.example/topics/climate/, which is marked noindex',
    });
  });

  test('finds files of each kind that were cut short', () => {
    const damaged = planted.filter(({ kind }) => kind === 'file').map(({ address }) => address);
    expect(damaged).toEqual(expect.arrayContaining(cut.map((file) => `/${file}`)));
  });

  test('finds a brief that shows the card of another', () => {
    expect(planted).toContainEqual({
      address: '/briefs/high-seas-treaty/',
      kind: 'card',
      reason: contains('which belongs to another brief'),
    });
  });

  test('finds what a link led to that is gone', () => {
    expect(planted).toContainEqual({
      address: '/lost.css',
      kind: 'file',
      reason: contains('is a broken link'),
    });
  });

  test('finds every file that is not as it was built, and no other', () => {
    const differing = differencesOf(digestsOf(join(root, 'dist')), digestsOf(folder));
    expect(differing.length).toBeGreaterThan(100);
    const addresses = differing.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    const found = planted.filter(({ kind }) => kind === 'built').map(({ address }) => address);
    expect(found).toEqual(addresses.sort());
  });

  test('asks who leads to a file, but to the publisher’s own', () => {
    const unlinked = planted.filter(({ kind }) => kind === 'unlinked');
    expect(unlinked.filter(({ address }) => /^\/(?:own|stray)\.txt$/.test(address))).toEqual([
      { address: '/stray.txt', kind: 'unlinked', reason: 'is not linked from anywhere' },
    ]);
  });

  test('finds a draft and a path of the machine in any byte, packed ones too, and misses the headers', async () => {
    rmSync(join(folder, '_headers'));
    const hidden = [{ slug: 'dart-asteroid-deflection', title: 'No title of ours' }];
    const { faults } = await verifySite(folder, {
      ...nothing,
      secrets: { hidden, folders: ['https://fourfold.example'] },
    });
    const addresses = faults.filter(({ kind }) => kind === 'draft').map(({ address }) => address);
    expect(addresses).toEqual(
      expect.arrayContaining(['/', '/feed.json', '/briefs/dart-asteroid-deflection/']),
    );
    expect(addresses.some((address) => address.endsWith('.pf_fragment'))).toBe(true);
    expect(faults.filter(({ kind }) => kind === 'path').length).toBeGreaterThan(0);
    expect(faults).toContainEqual({
      address: '/_headers',
      kind: 'host',
      reason: contains('is missing, so hosts'),
    });
  });

  test('finds a site below a path whose pages lead outside of it', async () => {
    const below = mkdtempSync(join(tmpdir(), 'fourfold-below-'));
    const page = readFileSync(join(root, 'dist/index.html'), 'utf8');
    writeFileSync(join(below, 'index.html'), put(/(rel="canonical" href="https:\/\/fourfold\.example\/)/, '$1news/')(page)); // prettier-ignore
    const { faults } = await verifySite(below, nothing);
    rmSync(below, { recursive: true });
    expect(faults).toContainEqual({
      address: '/news/',
      kind: 'link',
      reason: '"/topics/" is outside /news/, the path of the site',
    });
  });

  test('says so where there is no site', async () => {
    await expect(verifySite(join(root, 'src'), nothing)).rejects.toThrow('There is no site in');
  });
});

function contains(text: string): string {
  return expect.stringContaining(text) as string;
}
