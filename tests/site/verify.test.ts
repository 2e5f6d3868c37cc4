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
import type { Fault } from '../../src/verify/fault.ts';
import { verifySite } from '../../src/verify/verify.ts';
import { fileFaults, pageFaults, put, slug, type Change } from './verify-faults.ts';

const nothing = { secrets: { hidden: [], folders: [] }, own: new Set<string>() };

describe('npm run verify, on the shipped site', () => {
  const { root } = inject('shippedSite');
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-verified-'));
  let planted: readonly Fault[] = [];

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
    for (const [name, file, change] of fileFaults) {
      const path = join(folder, file);
      const text = readFileSync(path, 'utf8');
      rmSync(path);
      writeFileSync(path, changed(text, name, change));
    }
    planted = (await verifySite(folder, nothing)).faults;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function changed(text: string, name: string, change: Change): string {
    const after = change(text);
    if (name !== 'clean') expect(after, `${name} is planted`).not.toBe(text);
    return after;
  }

  /** Where the fault of one file is told of another. */
  const addresses: Readonly<Record<string, string>> = {
    'is in no sitemap': '/contact/',
    'forbids to read': '/sitemap-1.xml',
    'announces other pages than': '/feed.json',
  };

  function addressOf(name: string): string {
    return `/planted/${name.replace(/\W+/g, '-')}/`;
  }

  test('finds of a good page that nobody was told of just that', () => {
    expect(planted.filter(({ address }) => address === addressOf('clean'))).toEqual([
      { address: addressOf('clean'), kind: 'sitemap', reason: 'is in no sitemap' },
      { address: addressOf('clean'), kind: 'unlinked', reason: 'is linked from nowhere' },
    ]);
  });

  test.each(pageFaults)('finds %s on a page, and says where', (name, _change, kind, reason) => {
    expect(planted).toContainEqual({ kind, address: addressOf(name), reason: contains(reason) });
  });

  test.each(fileFaults)('finds %s in a file, and says where', (_name, file, _change, kind, reason) => {
    const address = addresses[reason] ?? `/${file}`;
    expect(planted).toContainEqual({ kind, address, reason: contains(reason) });
  });

  test('takes a wish not to be listed for one, whatever else robots are told, and misses the page that the sitemap names', async () => {
    const path = join(folder, 'topics/climate/index.html');
    const page = readFileSync(path, 'utf8');
    rmSync(path);
    writeFileSync(path, changed(page, 'noindex', put('<meta name="robots"', '<meta name="robots" content="noindex"><meta name="robots"'))); // prettier-ignore
    expect((await verifySite(folder, nothing)).faults).toContainEqual({
      address: '/sitemap-1.xml',
      kind: 'sitemap',
      reason: 'names https://fourfold.example/topics/climate/, which asks not to be listed',
    });
  });

  test('finds files of each kind that were cut short', async () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const kinds = ['.png', '.pdf', '.avif', '.webp', '.woff2', '.ico', '.pf_fragment', '.pf_meta', '.json'];
    const cut = kinds.map((kind) => files.find((file) => file.endsWith(kind) && !planted.some(({ address }) => address === `/${file}`)) ?? kind); // prettier-ignore
    const whole = cut.map((file) => readFileSync(join(folder, file)));
    for (const [at, file] of cut.entries()) {
      rmSync(join(folder, file));
      writeFileSync(join(folder, file), whole[at]?.subarray(0, file.endsWith('.ico') ? 10 : -9) ?? '');
    }
    const { faults } = await verifySite(folder, nothing);
    for (const [at, file] of cut.entries()) writeFileSync(join(folder, file), whole[at] ?? '');
    const damaged = faults.filter(({ kind }) => kind === 'file').map(({ address }) => address);
    expect(damaged).toEqual(expect.arrayContaining(cut.map((file) => `/${file}`)));
  });

  test('finds a brief that shows the card of another', async () => {
    const path = join(folder, 'briefs/high-seas-treaty/index.html');
    const page = readFileSync(path, 'utf8');
    const other = readdirSync(join(folder, 'cards')).find((file) =>
      /^egypt-malaria-free-\w+\.png$/.test(file),
    );
    rmSync(path);
    writeFileSync(path, page.replaceAll(/high-seas-treaty-\w+\.(?:png|jpg)/g, other ?? ''));
    expect((await verifySite(folder, nothing)).faults).toContainEqual({
      address: '/briefs/high-seas-treaty/',
      kind: 'card',
      reason: `names https://fourfold.example/cards/${other} as its picture, which is that of another brief`,
    });
    rmSync(path);
    writeFileSync(path, page);
  });

  test('finds what was lost on the way: the headers of hosts, and what a link led to', async () => {
    const path = join(folder, '_headers');
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    symlinkSync(join(folder, 'none'), join(folder, 'lost.css'));
    const { faults } = await verifySite(folder, nothing);
    writeFileSync(path, text);
    rmSync(join(folder, 'lost.css'));
    expect(faults).toContainEqual({ address: '/lost.css', kind: 'file', reason: 'is a link to nothing' });
    expect(faults).toContainEqual({ address: '/_headers', kind: 'host', reason: contains('is not there') });
  });

  test('does not ask who leads to the publisher’s own files', async () => {
    const own = new Set(['notes.txt']);
    writeFileSync(join(folder, 'notes.txt'), 'x');
    const unlinked = (faults: readonly Fault[]) => faults.filter(({ address }) => address === '/notes.txt');
    expect(unlinked((await verifySite(folder, { ...nothing, own })).faults)).toEqual([]);
    expect(unlinked((await verifySite(folder, nothing)).faults)).toEqual([
      { address: '/notes.txt', kind: 'unlinked', reason: 'is linked from nowhere' },
    ]);
  });

  test('finds a draft and a path of the machine in any byte, packed ones too', async () => {
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
  });

  test('finds a site below a path whose pages lead outside of it', async () => {
    const path = join(folder, 'index.html');
    const text = readFileSync(path, 'utf8');
    rmSync(path);
    writeFileSync(
      path,
      changed(text, 'a path', put(/(rel="canonical" href="https:\/\/fourfold\.example\/)/, '$1news/')),
    );
    const { faults } = await verifySite(folder, nothing);
    expect(faults).toContainEqual({
      address: '/news/',
      kind: 'link',
      reason: '"/topics/" lies outside /news/, where the site lives',
    });
  });

  test('says so where there is no site', async () => {
    await expect(verifySite(join(root, 'src'), nothing)).rejects.toThrow('There is no site in');
  });
});

function contains(text: string): string {
  return expect.stringContaining(text) as string;
}
