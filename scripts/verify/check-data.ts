import type { Page } from './check-page.ts';
import type { Fault } from './fault.ts';
import { isThing, parseJson, textIn, thingsIn, type Thing } from './json.ts';
import { collapseSpace, linksOf, metaOf, readPage } from './page-facts.ts';
import type { Measured } from './images.ts';
import { reasonOf, type SiteFolder } from './site-folder.ts';

/** Data, Markdown, embed previews and the manifest agree with the pages and images. */
export async function checkData(
  site: SiteFolder,
  pages: ReadonlyMap<string, Page>,
  measure: (file: string) => Promise<Measured>,
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const file of site.files) {
    const report = (reason: string): void => {
      faults.push({ address: site.addressOf(file).pathname, kind: 'data', reason });
    };
    if (/^briefs\/.*\.md$/.test(file)) checkMarkdown(site, file, pages, report);
    const data = /^briefs\/.*\.json$|\.webmanifest$/.test(file)
      ? parseJson(site.read(file).toString())
      : undefined;
    if (!isThing(data)) continue;
    if (file.endsWith('/oembed.json'))
      await checkPreview(site, data, pages.get(file.replace('oembed.json', 'index.html')), measure, report);
    else if (file.endsWith('.webmanifest')) await checkIcons(site, data, measure, report);
    else checkBrief(site, data, pages, report);
  }
  return faults;
}

type Report = (reason: string) => void;

function checkBrief(site: SiteFolder, data: Thing, pages: ReadonlyMap<string, Page>, report: Report): void {
  const page = pages.get(fileAt(site, textIn(data['url'])) ?? '');
  if (!page) return;
  const { facts } = page;
  checkTitle(textIn(data['title']), page, report);
  const date = metaOf(facts, 'article:published_time') ?? '';
  const lang = textIn(data['language']);
  if (lang !== facts.lang)
    report(`gives "${lang}" as the language of ${page.address.href}, which is in "${facts.lang}"`);
  if (thingsIn(data['sections']).length !== 4) report('does not have four sections');
  if (textIn(data['published']) !== date)
    report(`dates ${page.address.href} ${textIn(data['published'])}, the page ${date}`);
}

/** The first line is the title, with possible escapes (CommonMark, 2.4). */
function checkMarkdown(
  site: SiteFolder,
  file: string,
  pages: ReadonlyMap<string, Page>,
  report: Report,
): void {
  const page = pages.get(file.replace(/\.md$/, '/index.html'));
  if (!page) return;
  const [, title = ''] = /^# (.*)$/m.exec(site.read(file).toString()) ?? [];
  checkTitle(title.replace(/\\([!-/:-@[-`{-~])/g, '$1'), page, report);
}

function checkTitle(title: string, { address, facts }: Page, report: Report): void {
  if (collapseSpace(title) !== facts.headings.text)
    report(`calls ${address.href} "${collapseSpace(title)}", the page "${facts.headings.text}"`);
}

/** oEmbed 1.0, 2.3.4: the frame shows a page of the site. */
async function checkPreview(
  site: SiteFolder,
  data: Thing,
  page: Page | undefined,
  measure: (file: string) => Promise<Measured>,
  report: Report,
): Promise<void> {
  if (page) checkTitle(textIn(data['title']), page, report);
  const [frame = ''] = linksOf(readPage(textIn(data['html'])), 'loads');
  const found = site.find(frame);
  if (!('file' in found)) report(`frames ${JSON.stringify(frame)}, which ${reasonOf(found)}`);
  if (data['version'] !== '1.0' || !/^(?:rich|link)$/.test(textIn(data['type'])))
    report('is not oEmbed 1.0 of type rich or link');
  const file = fileAt(site, textIn(data['thumbnail_url']));
  if (file === undefined) return;
  const { width, height } = await measure(file);
  const said = `${String(data['thumbnail_width'])} × ${String(data['thumbnail_height'])}`;
  if (said !== `${width} × ${height}`)
    report(`gives ${said} pixels as the size of its image, which has ${width} × ${height}`);
}

/** Web Application Manifest, `sizes` of an image resource. */
async function checkIcons(
  site: SiteFolder,
  data: Thing,
  measure: (file: string) => Promise<Measured>,
  report: Report,
): Promise<void> {
  for (const icon of thingsIn(data['icons'])) {
    const source = textIn(icon['src']);
    const file = fileAt(site, source);
    if (file === undefined || icon['sizes'] === 'any') continue;
    const { width, height, type } = await measure(file);
    if (icon['sizes'] !== `${width}x${height}` || icon['type'] !== type)
      report(
        `gives ${String(icon['sizes'])} and ${String(icon['type'])} for ${source}, which is ${width}x${height} and ${type}`,
      );
  }
}

function fileAt(site: SiteFolder, url: string): string | undefined {
  const found = site.find(url, site.home);
  return url !== '' && 'file' in found ? found.file : undefined;
}
