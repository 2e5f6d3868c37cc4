import type { Page } from './check-page.ts';
import type { Fault } from './fault.ts';
import { isThing, parseJson, textIn, thingsIn, type Thing } from './json.ts';
import { fold, linksOf, metaOf, readPage } from './page-facts.ts';
import type { Measured } from './pictures.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';

/** A brief as data and as Markdown, its preview for other sites and the site's manifest say of pages and pictures what these are. */
export async function checkData(
  site: SiteFolder,
  pages: ReadonlyMap<string, Page>,
  measure: (file: string) => Promise<Measured>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const file of site.files) {
    const say = (reason: string): void => {
      faults.push({ address: site.addressOf(file).pathname, kind: 'data', reason });
    };
    if (/^briefs\/.*\.md$/.test(file)) checkMarkdown(site, file, pages, say);
    const data = /^briefs\/.*\.json$|\.webmanifest$/.test(file)
      ? parseJson(site.read(file).toString())
      : undefined;
    if (!isThing(data)) continue;
    if (file.endsWith('/oembed.json'))
      await checkPreview(site, data, pages.get(file.replace('oembed.json', 'index.html')), measure, say);
    else if (file.endsWith('.webmanifest')) await checkIcons(site, data, measure, say);
    else checkBrief(site, data, pages, say);
  }
  return faults;
}

type Say = (reason: string) => void;

function checkBrief(site: SiteFolder, data: Thing, pages: ReadonlyMap<string, Page>, say: Say): void {
  const page = pages.get(fileAt(site, textIn(data['url'])) ?? '');
  if (!page) return;
  const { facts } = page;
  checkTitle(textIn(data['title']), page, say);
  const date = metaOf(facts, 'article:published_time') ?? '';
  const lang = textIn(data['language']);
  if (lang !== facts.lang) say(`says that ${page.address.href} is in "${lang}", the page "${facts.lang}"`);
  if (thingsIn(data['sections']).length !== 4) say('has no four sections');
  if (textIn(data['published']) !== date)
    say(`dates ${page.address.href} ${textIn(data['published'])}, the page ${date}`);
}

/** Its first line is the title, in which Markdown may escape signs (CommonMark, 2.4). */
function checkMarkdown(site: SiteFolder, file: string, pages: ReadonlyMap<string, Page>, say: Say): void {
  const page = pages.get(file.replace(/\.md$/, '/index.html'));
  if (!page) return;
  const [, title = ''] = /^# (.*)$/m.exec(site.read(file).toString()) ?? [];
  checkTitle(title.replace(/\\([!-/:-@[-`{-~])/g, '$1'), page, say);
}

function checkTitle(title: string, { address, facts }: Page, say: Say): void {
  if (fold(title) !== facts.headings.text)
    say(`calls ${address.href} "${fold(title)}", the page "${facts.headings.text}"`);
}

/** oEmbed 1.0, 2.3.4: what is framed is a page of the site. */
async function checkPreview(
  site: SiteFolder,
  data: Thing,
  page: Page | undefined,
  measure: (file: string) => Promise<Measured>,
  say: Say,
): Promise<void> {
  if (page) checkTitle(textIn(data['title']), page, say);
  const [frame = ''] = linksOf(readPage(textIn(data['html'])), 'loads');
  const found = site.find(frame);
  if (!('file' in found)) say(`frames ${JSON.stringify(frame)}, which ${reasonOf(found)}`);
  if (data['version'] !== '1.0' || !/^(?:rich|link)$/.test(textIn(data['type'])))
    say('is no oEmbed 1.0 of the type rich or link');
  const file = fileAt(site, textIn(data['thumbnail_url']));
  if (file === undefined) return;
  const { width, height } = await measure(file);
  const said = `${String(data['thumbnail_width'])} × ${String(data['thumbnail_height'])}`;
  if (said !== `${width} × ${height}`)
    say(`says ${said} pixels of its picture, which has ${width} × ${height}`);
}

/** Web Application Manifest, `sizes` of an image resource. */
async function checkIcons(
  site: SiteFolder,
  data: Thing,
  measure: (file: string) => Promise<Measured>,
  say: Say,
): Promise<void> {
  for (const icon of thingsIn(data['icons'])) {
    const source = textIn(icon['src']);
    const file = fileAt(site, source);
    if (file === undefined || icon['sizes'] === 'any') continue;
    const { width, height, type } = await measure(file);
    if (icon['sizes'] !== `${width}x${height}` || icon['type'] !== type)
      say(
        `says ${String(icon['sizes'])} and ${String(icon['type'])} of ${source}, which is ${width}x${height} and ${type}`,
      );
  }
}

function fileAt(site: SiteFolder, url: string): string | undefined {
  const found = site.find(url, site.home);
  return url !== '' && 'file' in found ? found.file : undefined;
}
