import * as z from 'zod';
import { slugOf } from '../brief/slug.ts';
import type { Publication } from '../brief/publication.ts';
import type { Finding, Range } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Draft } from '../markdown/draft.ts';
import { fieldsOfFrontMatter } from '../markdown/field-places.ts';
import { line } from '../markdown/field-forms.ts';
import { imageIdentifiers } from '../markdown/image-uses.ts';
import type { LinkUse } from '../markdown/link-uses.ts';
import { readLink } from '../markdown/links.ts';
import { nodesOf, rangeOf } from '../markdown/nodes.ts';
import { codeOf, type PageImport } from '../markdown/page-code.ts';
import { idsOfPage } from '../markdown/page-ids.ts';
import { limits } from '../markdown/schema.ts';
import type { PageFacts, Mention, Reference } from './cross-brief-facts.ts';
import { findingsOf } from './field-findings.ts';
import { controlCharacter } from './rules/control-character.ts';
import { editorMark } from './rules/editor-mark.ts';
import { fenceUnclosed } from './rules/fence-unclosed.ts';
import { footnoteLabel } from './rules/footnote-label.ts';
import { footnoteMissing } from './rules/footnote-missing.ts';
import { headingEmpty } from './rules/heading-empty.ts';
import { lookForHeading } from './rules/heading-missing.ts';
import { imageAlt } from './rules/image-alt.ts';
import { linkEmpty } from './rules/link-empty.ts';
import { modelLeftOver } from './rules/model-left-over.ts';
import { placeholder } from './rules/placeholder.ts';
import { referenceMissing } from './rules/reference-missing.ts';
import type { Rule } from './rules/rule.ts';

/** A standing page after all rules that need no other file. */
export interface CheckedPage {
  /** There only when the front matter has no error. */
  readonly fields: { readonly title: string; readonly description: string } | undefined;
  readonly facts: PageFacts;
  readonly findings: readonly Finding[];
  readonly imports: readonly PageImport[];
  /** Pictures that are named by a path from the page's file. */
  readonly images: readonly LinkUse[];
}

/** Rules about briefs that hold for every text that the site publishes. */
const rules: readonly Rule[] = [
  controlCharacter,
  editorMark,
  fenceUnclosed,
  footnoteLabel,
  footnoteMissing,
  headingEmpty,
  imageAlt,
  linkEmpty,
  modelLeftOver,
  placeholder,
  referenceMissing,
];

// Other fields are the page's own: its code may read them.
const schema = z.object({ title: line(limits.title), description: line(limits.summary.most) });

export function checkPage(draft: Draft, publication: Publication): CheckedPage {
  const findings: Finding[] = [...draft.findings];
  let fields: CheckedPage['fields'];
  if (draft.frontMatter?.values !== undefined) {
    const parsed = schema.safeParse(draft.frontMatter.values);
    if (parsed.success) fields = parsed.data;
    else findings.push(...findingsOf(parsed.error, fieldsOfFrontMatter(draft.frontMatter), schema));
  }
  for (const rule of rules) findings.push(...rule({ draft, fields: {}, publication }));
  const { imports, unknown, unknownComponents } = codeOf(draft.tree);
  for (const { name, range } of unknown) {
    findings.push({
      code: 'mdx-code',
      range,
      message: `Unexpected name ${quote(name)}, expected one that the page imports or defines`,
      note: { text: `import it, or put a backslash before "{" to show the characters themselves` },
    });
  }
  for (const { name, range } of unknownComponents) {
    findings.push({
      code: 'mdx-component',
      range,
      message: `Unexpected component "<${name}>", expected one that the page imports`,
      note: { text: 'import it, or put a backslash before "<" to show the character itself' },
    });
  }
  const ids = idsOfPage(draft);
  const links = readLinks(draft, ids);
  return {
    fields,
    facts: {
      file: draft.file,
      references: links.references,
      siteLinks: links.siteLinks,
      ...(ids && { anchors: [...ids] }),
    },
    findings: [...findings, ...links.findings],
    imports,
    images: links.images,
  };
}

interface PageLinks {
  readonly references: readonly Reference[];
  readonly siteLinks: readonly Mention[];
  readonly findings: readonly Finding[];
  readonly images: readonly LinkUse[];
}

/** Every address that the page writes as text, sorted by what it leads to; those that code computes are not known. */
function readLinks(draft: Draft, ids: ReadonlySet<string> | undefined): PageLinks {
  const references: Reference[] = [];
  const siteLinks: Mention[] = [];
  const findings: Finding[] = [];
  const images: LinkUse[] = [];
  const pictures = imageIdentifiers(draft.tree);
  const links: LinkUse[] = attributesOf(draft, 'a', 'href');
  for (const node of nodesOf(draft.tree, 'link', 'definition', 'image')) {
    const use = { url: node.url, range: rangeOf(node) };
    const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
    (isPicture ? images : links).push(use);
  }
  const add = ({ url, range }: LinkUse, isPicture: boolean): void => {
    const asked = addressOf(url, draft);
    if ('note' in asked) findings.push(refusal(url, range, asked.note));
    else {
      const link = readLink(asked.address, draft);
      if (link.kind === 'fragment') {
        if (ids) findings.push(...lookForHeading(link.fragment, [...ids], range, 'this page'));
      } else if (link.kind === 'refused') findings.push(refusal(url, range, link.reason));
      else if (link.kind === 'site') siteLinks.push({ name: link.path, range });
      else if (isPicture) findings.push(pictureElsewhere(url, range));
      else if (link.kind === 'brief') {
        const { slug, fragment } = link;
        references.push({ name: slug, range, how: 'link', ...(fragment === '' ? {} : { fragment }) });
      }
    }
  };
  for (const link of links) add(link, false);
  for (const image of [...images, ...attributesOf(draft, 'img', 'src')])
    if (!images.includes(image) || !isRelative(image.url)) add(image, true);
  return { references, siteLinks, findings, images: images.filter(({ url }) => isRelative(url)) };
}

/** Addresses in tags that are written as text. */
function attributesOf({ tree }: Draft, tag: string, name: string): LinkUse[] {
  return nodesOf(tree, 'mdxJsxFlowElement', 'mdxJsxTextElement')
    .filter((node) => node.name === tag)
    .flatMap(({ attributes }) =>
      attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' && attribute.name === name && typeof attribute.value === 'string'
          ? [{ url: attribute.value, range: rangeOf(attribute) }]
          : [],
      ),
    );
}

function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\#])/i.test(url.trim());
}

/**
 * The whole address to which a link of a page leads, since nothing writes it anew for the site: a path begins with that of
 * the site, and one that does not begin with a slash begins at the page.
 */
function addressOf(url: string, draft: Draft): { readonly address: string } | { readonly note: string } {
  const home = draft.home.endsWith('/') ? draft.home : `${draft.home}/`;
  const base = new URL(home).pathname;
  const [path = '', fragment] = url.trim().split('#');
  if (isRelative(url) && /\.mdx?$/.test(path)) {
    const folder = /(?:^|\/)\.\.\//.test(path) ? 'briefs/' : '';
    const slug = slugOf(path);
    return {
      note: `write ${quote(`${base}${folder}${slug}/${fragment === undefined ? '' : `#${fragment}`}`)}`,
    };
  }
  if (isRelative(url)) return { address: URL.parse(url.trim(), `${home}${draft.slug}/`)?.href ?? url };
  if (!/^\/(?![/\\])/.test(url.trim())) return { address: url };
  if (!url.trim().startsWith(base)) return { note: `write ${quote(base + url.trim().slice(1))}` };
  return { address: URL.parse(url.trim(), home)?.href ?? url };
}

function refusal(url: string, range: Range, text: string): Finding {
  return {
    code: 'link-address',
    range,
    message: `Unexpected address ${quote(url)}, expected a web address or a page of this site`,
    note: { text },
  };
}

function pictureElsewhere(url: string, range: Range): Finding {
  return {
    code: 'image-file',
    range,
    message: `Unexpected picture ${quote(url)}, expected a file of this site`,
    note: { text: 'put the picture beside the page, and write ./name.jpg' },
  };
}
