import { encodePng } from '../../src/cards/png.ts';

/** Files of a site by path. */
export type SiteFiles = Readonly<Record<string, string | Buffer>>;

/** Versions for comparison, installed beside the benchmark and never in this project. */
export const peerPackages = {
  '@11ty/eleventy': '3.1.8',
  astro: '7.3.5',
  '@astrojs/markdown-remark': '7.3.1',
  '@astrojs/rss': '4.0.19',
  'astro-og-canvas': '0.13.2',
};

/**
 * An Astro site as in its guides: a collection in `content/`, a page for each brief and topic, a list and a feed of the
 * newest fifty, and a card for each brief in the font `face.woff`.
 */
export function astroSite(withCards: boolean, processor: 'default' | 'remark'): SiteFiles {
  return {
    'package.json': JSON.stringify({ private: true, type: 'module' }),
    'astro.config.mjs': `import { unified } from '@astrojs/markdown-remark';
export default {
  site: 'https://bench.example',
  markdown: { ${processor === 'remark' ? 'processor: unified(), ' : ''}syntaxHighlight: false },
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
    'src/pages/topics/[topic].astro': `---
import { getCollection } from 'astro:content';
import Page from '../../layouts/Page.astro';
export const getStaticPaths = async () => {
  const of = new Map();
  for (const brief of await getCollection('briefs'))
    for (const topic of brief.data.topics) of.set(topic, [...(of.get(topic) ?? []), brief]);
  return [...of].map(([topic, briefs]) => ({ params: { topic }, props: { briefs } }));
};
const { topic } = Astro.params;
---
<Page title={topic} summary={\`Briefs on \${topic}\`}>
  <ul>{Astro.props.briefs.map(({ id, data }) => <li><a href={\`/briefs/\${id.split('/').at(-1)}/\`}>{data.title}</a></li>)}</ul>
</Page>`,
    'src/pages/rss.xml.ts': `import rss from '@astrojs/rss';
import { getCollection } from 'astro:content';
export const GET = async (context) => {
  const dated = (await getCollection('briefs')).map((brief) => ({ ...brief, at: Date.parse(brief.data.date) }));
  const briefs = dated.sort((one, other) => other.at - one.at).slice(0, 50);
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
  getImageOptions: (_path, { title, summary }) => ({ title, description: summary, fonts: ['./face.woff'] }),
});`,
    }),
  };
}

/** The same pages for Eleventy. It renders Markdown by markdown-it. */
export function eleventySite(): SiteFiles {
  return {
    'package.json': JSON.stringify({ private: true, type: 'module' }),
    'eleventy.config.js': `const newestFirst = (one, other) => other.date - one.date;
export default (config) => {
  const briefs = (api) => api.getFilteredByGlob('content/**/*.md').sort(newestFirst);
  config.addCollection('briefs', briefs);
  config.addCollection('newest', (api) => briefs(api).slice(0, 50));
  config.addCollection('topics', (api) => {
    const of = new Map();
    for (const brief of briefs(api))
      for (const topic of brief.data.topics) of.set(topic, [...(of.get(topic) ?? []), brief]);
    return [...of].map(([name, briefs]) => ({ name, briefs }));
  });
  config.addGlobalData('layout', 'page.njk');
  config.addGlobalData('permalink', () => ({ page }) => '/briefs/' + page.fileSlug + '/index.html');
  return { dir: { input: '.', includes: 'layouts', output: 'out' }, markdownTemplateEngine: false };
};`,
    'layouts/page.njk': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ summary }}"></head><body><main><h1>{{ title }}</h1><p>{{ summary }}</p>{{ content | safe }}</main></body></html>`,
    'index.njk': `---
title: Briefs
permalink: /index.html
---
<ul>{% for brief in collections.briefs %}<li><a href="{{ brief.url }}">{{ brief.data.title }}</a></li>{% endfor %}</ul>`,
    'topics.njk': `---
pagination: { data: collections.topics, size: 1, alias: topic }
permalink: /topics/{{ topic.name }}/index.html
---
<ul>{% for brief in topic.briefs %}<li><a href="{{ brief.url }}">{{ brief.data.title }}</a></li>{% endfor %}</ul>`,
    'rss.njk': `---
permalink: /rss.xml
layout: false
---
<rss version="2.0"><channel><title>Bench</title><link>https://bench.example/</link><description>Bench</description>
{% for brief in collections.newest %}<item><title>{{ brief.data.title }}</title><link>https://bench.example{{ brief.url }}</link><pubDate>{{ brief.date.toUTCString() }}</pubDate><guid>https://bench.example{{ brief.url }}</guid><description>{{ brief.content }}</description></item>
{% endfor %}</channel></rss>`,
  };
}

/** The same site for Hugo, whose cards use its built-in font. */
export function hugoSite(withCards: boolean): SiteFiles {
  return {
    'hugo.toml': `baseURL = 'https://bench.example/'
title = 'Bench'
disableKinds = ['section', 'sitemap']
[taxonomies]
topic = 'topics'
[outputs]
taxonomy = ['html']
term = ['html']
[services.rss]
limit = 50`,
    // A plain background for images.Text.
    'assets/ground.png': encodePng(
      { width: 1200, height: 630, rows: new Uint8Array(1201 * 630), palette: [0xffffff] },
      '',
    ),
    'layouts/_default/single.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
${withCards ? hugoCard : ''}
</head><body><main><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}</main></body></html>`,
    'layouts/_default/list.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><ul>{{ range (cond .IsHome .Site.RegularPages .Pages) }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></body></html>`,
    'layouts/_default/rss.xml': `<rss version="2.0"><channel><title>Bench</title><link>{{ .Permalink }}</link><description>Bench</description>
{{ range first 50 .Site.RegularPages.ByDate.Reverse }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><guid>{{ .Permalink }}</guid><description>{{ .Content }}</description></item>
{{ end }}</channel></rss>`,
  };
}

const hugoCard = `{{ $ground := resources.Get "ground.png" }}
{{ $title := images.Text .Title (dict "size" 60 "x" 60 "y" 60 "color" "#111111") }}
{{ $summary := images.Text .Params.summary (dict "size" 32 "x" 60 "y" 380 "color" "#111111") }}
{{ $card := $ground.Filter $title $summary }}
<meta property="og:image" content="{{ $card.Permalink }}">`;
