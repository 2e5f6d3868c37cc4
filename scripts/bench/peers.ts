import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { corpusFile } from './corpus.ts';
import type { Extent } from './bench-project.ts';
import type { BenchRow } from './bench-table.ts';
import { measureRun } from './measured-run.ts';

/** The versions that are compared with; they are installed beside the bench, never in this project. */
const astroPackages = {
  astro: '7.3.5',
  '@astrojs/markdown-remark': '7.3.1',
  '@astrojs/rss': '4.0.19',
  'astro-og-canvas': '0.13.2',
};

/**
 * Other tools at the same work: a page for each brief, one card each where we draw them, a list of all and a feed. They
 * check nothing, and make neither data nor pages of topics.
 */
export async function* benchPeers(project: string, briefs: number, extent: Extent): AsyncIterable<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-peers-'));
  try {
    const withCards = extent !== 'pages';
    const astro = join(folder, 'astro');
    writeFiles(astro, astroSite(withCards));
    // Without one of its own astro-og-canvas asks the network.
    cpSync(join(project, 'src/fonts/newsreader-text-latin.ttf'), join(astro, 'face.ttf'));
    symlinkSync(join(project, 'briefs'), join(astro, 'content'));
    console.log('  installing Astro and astro-og-canvas…');
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], { cwd: astro, stdio: 'inherit' });
    const build = ['npx', 'astro', 'build'] as const;
    yield* benchPeer('Astro, glob() and remark', build, astro, { project, briefs, extent });
    if (!hasHugo()) {
      console.log('  There is no hugo on the path.');
      return;
    }
    const hugo = join(folder, 'hugo');
    writeFiles(hugo, hugoSite(withCards));
    symlinkSync(join(project, 'briefs'), join(hugo, 'content'));
    yield* benchPeer('Hugo', ['hugo'], hugo, { project, briefs, extent });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function* benchPeer(
  tool: string,
  command: readonly [string, ...string[]],
  folder: string,
  { project, briefs, extent }: { project: string; briefs: number; extent: Extent },
): AsyncIterable<BenchRow> {
  const brief = join(project, 'briefs', corpusFile(0));
  const text = readFileSync(brief, 'utf8');
  for (const change of ['cold', 'nothing', 'text']) {
    if (change === 'text') writeFileSync(brief, `${text.trimEnd()} Another sentence.\n`);
    const environment = { ASTRO_TELEMETRY_DISABLED: '1' };
    const { lastLine, ...measure } = await measureRun(command, folder, environment);
    yield { tool, briefs, extent, change, ...measure };
  }
  writeFileSync(brief, text);
}

function hasHugo(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function astroSite(withCards: boolean): Record<string, string> {
  return {
    'package.json': JSON.stringify({ private: true, type: 'module', dependencies: astroPackages }),
    'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
export default {
  site: 'https://bench.example',
  markdown: { processor: unified(), syntaxHighlight: false },
};`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { briefs: defineCollection({ loader: glob({ base: './content', pattern: '**/*.md' }) }) };`,
    'src/layouts/Page.astro': `---
const { title, summary, card } = Astro.props;
---
<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <meta name="description" content={summary} />
    {card && <meta property="og:image" content={new URL(card, Astro.site)} />}
  </head>
  <body><main><slot /></main></body>
</html>`,
    'src/pages/briefs/[slug].astro': `---
import { getCollection, render } from 'astro:content';
import Page from '../../layouts/Page.astro';
export const getStaticPaths = async () =>
  (await getCollection('briefs')).map((brief) => ({ params: { slug: brief.id.split('/').at(-1) }, props: { brief } }));
const { brief } = Astro.props;
const { Content } = await render(brief);
---
<Page title={brief.data.title} summary={brief.data.summary} card={${withCards ? '`/cards/${Astro.params.slug}.png`' : 'undefined'}}>
  <h1>{brief.data.title}</h1>
  <p>{brief.data.summary}</p>
  <Content />
</Page>`,
    'src/pages/index.astro': `---
import { getCollection } from 'astro:content';
import Page from '../layouts/Page.astro';
const briefs = await getCollection('briefs');
---
<Page title="Briefs" summary="All briefs">
  <ul>{briefs.map(({ id, data }) => <li><a href={\`/briefs/\${id.split('/').at(-1)}/\`}>{data.title}</a></li>)}</ul>
</Page>`,
    'src/pages/rss.xml.ts': `import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';
export const GET = async (context) => {
  const briefs = (await getCollection('briefs')).slice(0, 50);
  return rss({
    title: 'Bench', description: 'Bench', site: context.site,
    items: briefs.map(({ id, data, rendered }) => ({
      title: data.title, description: data.summary, pubDate: new Date(data.date),
      link: '/briefs/' + id.split('/').at(-1) + '/', content: rendered?.html,
    })),
  });
};`,
    ...(withCards && {
      'src/pages/cards/[...route].ts': `import { OGImageRoute } from 'astro-og-canvas';
import { getCollection } from 'astro:content';
const briefs = await getCollection('briefs');
const pages = Object.fromEntries(briefs.map(({ id, data }) => [id.split('/').at(-1), data]));
export const { getStaticPaths, GET } = await OGImageRoute({
  param: 'route', pages,
  getImageOptions: (_path, { title, summary }) => ({ title, description: summary, fonts: ['./face.ttf'] }),
});`,
    }),
  };
}

function hugoSite(withCards: boolean): Record<string, string | Buffer> {
  return {
    'hugo.toml': `baseURL = 'https://bench.example/'
title = 'Bench'
disableKinds = ['taxonomy', 'term', 'sitemap']
[markup.goldmark.renderer]
unsafe = false`,
    // A plain ground for images.Text to write on.
    'assets/ground.png': groundPicture(),
    'layouts/_default/single.html': `<!doctype html><html><head><title>{{ .Title }}</title>
${withCards ? `{{ $ground := resources.Get "ground.png" }}{{ $card := $ground.Filter (images.Text .Title (dict "size" 60 "x" 60 "y" 60)) }}<meta property="og:image" content="{{ $card.Permalink }}">` : ''}
</head><body><main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>`,
    'layouts/_default/list.html': `<!doctype html><html><head><title>{{ .Title }}</title></head><body><ul>{{ range .RegularPagesRecursive }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>`,
  };
}

/** A white PNG of 1200×630 (PNG, third edition, 5.3: chunks of length, name, data and CRC). */
function groundPicture(): Buffer {
  const chunk = (name: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76, 8, 2, 0, 0, 0]);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(1200 * 3, 255)]);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array<Buffer>(630).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
