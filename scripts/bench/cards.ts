import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeCard, describeCarousel, describeTallCards } from '../../src/cards/card.ts';
import type { CardInput } from '../../src/cards/worker.ts';
import { openWorkerPool, type Job, type WorkerPool } from '../../src/build/worker-pool.ts';
import { site } from '../settings.ts';
import { readCount } from './count-option.ts';
import { sampleBrief } from './sample.ts';

const usage = `Usage: npm run bench:cards -- [options]

Measures how much CPU time a card takes, in all threads of this process.

Options:
  --count NUMBER    How many cards. Default: 200
  --peer            Also draw the same titles with astro-og-canvas and Takumi, each installed in its own folder.
  --help            Print this text.`;

/** Other tools, each drawing the same titles as in its readme, with a font from npm instead of one from the network. */
const peers = [
  { name: 'astro-og-canvas', packages: ['astro-og-canvas@0.13.2'] },
  { name: 'takumi', packages: ['@takumi-rs/core@2.16.3', '@takumi-rs/helpers@2.16.3'] },
] as const;

const { count, peer } = readCount(usage, 200, ['peer']);
const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'fourfold-bench-'));
// Uses its own cache, with the code of this project.
for (const part of ['src', 'node_modules', 'package-lock.json'])
  symlinkSync(join(root, part), join(folder, part));

try {
  const samples = Array.from({ length: count }, (_, number) => sampleBrief(number));
  const pool = openWorkerPool(folder, 'cards');
  const links = samples.map(({ listing, language }) => jobOf(describeCard(listing, site, language)));
  console.log(`${count} briefs, link card each; the other formats of the first ${Math.min(count, 50)}\n`);
  console.log('format      cards   ms CPU   per s   KB');
  // Excludes the start: threads, HarfBuzz, and the fonts of three scripts.
  const start = links.splice(0, 20);
  await measure('start', start, pool);
  await measure('link', links, pool);
  const tall = samples.slice(0, 50).flatMap(({ listing, language }) => describeTallCards(listing, site, language).map(jobOf)); // prettier-ignore
  for (const format of ['square', 'portrait', 'story']) {
    await measure(format, tall.filter(({ file }) => file.includes(`-${format}-`)), pool); // prettier-ignore
  }
  const slides = samples.slice(0, 50).flatMap(({ listing, body, language }) => {
    const carousel = describeCarousel({ ...listing, ...body }, site, language);
    return carousel ? carousel.slides.map(jobOf) : [];
  });
  await measure('slide', slides, pool);
  const again = performance.now();
  const { made } = await pool.run(links);
  const seconds = ((performance.now() - again) / 1000).toFixed(2);
  console.log(
    `\nonce more, unchanged: ${links.length - made} of ${links.length} from the cache in ${seconds} s`,
  );
  console.log(
    `peak memory of the process, threads included: ${megabytes(process.resourceUsage().maxRSS)} MB`,
  );
  await pool.close();
  if (peer) for (const each of peers) measurePeer(each, samples.map(({ listing }) => listing.title)); // prettier-ignore
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function jobOf({ file, spec }: ReturnType<typeof describeCard>): Job {
  return { file, input: { spec } satisfies CardInput };
}

async function measure(name: string, jobs: readonly Job[], pool: WorkerPool): Promise<void> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const { made, problems, files } = await pool.run(jobs);
  const seconds = (performance.now() - wall) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (problems.length > 0) throw new Error(`${name}: ${problems.length} cards could not be drawn`);
  const bytes = [...files.values()].reduce((sum, file) => sum + file.bytes, 0);
  print(name, made, (user + system) / 1000, seconds, bytes);
}

function measurePeer({ name, packages }: (typeof peers)[number], titles: readonly string[]): void {
  const place = mkdtempSync(join(tmpdir(), 'fourfold-peer-'));
  try {
    const script = `peer-${name}.mjs`;
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    execFileSync('npm', ['install', '--silent', ...packages, '@fontsource/noto-sans@5'], { cwd: place, stdio: 'inherit' }); // prettier-ignore
    writeFileSync(join(place, 'titles.json'), JSON.stringify(titles));
    cpSync(join(root, 'scripts/bench', script), join(place, script));
    const output = execFileSync(process.execPath, [script], { cwd: place, encoding: 'utf8' });
    const { made, cpu, seconds, bytes } = JSON.parse(output) as Record<'made' | 'cpu' | 'seconds' | 'bytes', number>; // prettier-ignore
    console.log(
      `\n${packages[0].replace(/@(?=[^@]*$)/, ' ')}, link cards of the same titles (Latin alone), one thread`,
    );
    print('link', made, cpu, seconds, bytes);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function print(name: string, made: number, cpu: number, seconds: number, bytes: number): void {
  const cells = [
    name.padEnd(9),
    String(made).padStart(7),
    (cpu / made).toFixed(1).padStart(8),
    (made / seconds).toFixed(0).padStart(7),
    (bytes / made / 1000).toFixed(0).padStart(4),
  ];
  console.log(cells.join(' '));
}

function megabytes(kilobytes: number): string {
  return (kilobytes / 1000).toFixed(0);
}
