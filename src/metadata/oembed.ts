import type { Addresses } from '../brief/addresses.ts';
import type { CardReference, Listing } from '../brief/brief.ts';
import { bylineOf } from '../brief/byline.ts';
import { escapeAttribute } from '../brief/escape.ts';
import { languageFor } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';
import type { HeadTag } from './head-tag.ts';

/** Number of newest briefs that can be embedded. */
export function countEmbeds({ embeds }: Pick<Publication, 'embeds'>): number {
  return embeds?.newest ?? 50;
}

/** Link by which oEmbed consumers find the response for a brief (oembed.com, section 4, "Discovery"). */
export function oembedLink(addresses: Addresses, brief: Pick<Listing, 'slug' | 'title'>): HeadTag {
  const href = addresses.absolute(addresses.oembed(brief.slug));
  return {
    tag: 'link',
    attributes: { rel: 'alternate', type: 'application/json+oembed', title: brief.title, href },
  };
}

/** The oEmbed 1.0 response for a brief: its embeddable page in a frame, and its link card. */
export function oembedOf(
  publication: Publication,
  addresses: Addresses,
  brief: Listing,
  card: CardReference | undefined,
): OEmbed {
  const byline = bylineOf(publication, addresses, brief);
  const size = frameSize(brief);
  const [author] = byline.length === 1 ? byline : [];
  return {
    version: '1.0',
    type: 'rich',
    title: brief.title,
    author_name: new Intl.ListFormat(brief.lang).format(byline.map(({ name }) => name)),
    ...(author?.url !== undefined && { author_url: author.url }),
    provider_name: publication.name,
    provider_url: addresses.absolute(addresses.base),
    cache_age: maxAge,
    ...(card && {
      thumbnail_url: addresses.absolute(card.src),
      thumbnail_width: card.width,
      thumbnail_height: card.height,
    }),
    html: frameOf(addresses.absolute(addresses.embed(brief.slug)), brief.title, size),
    ...size,
  };
}

/**
 * CSS pixels: a width that fits most columns, because a file cannot respond to `maxwidth`, and the height that the text
 * needs in common fonts.
 */
export function frameSize({ title, summary, lang }: Pick<Listing, 'title' | 'summary' | 'lang'>): FrameSize {
  const width = languageFor(lang).reading.unit === 'characters' ? 2 : 1;
  return { width: 560, height: (title.length + summary.length) * width > 300 ? 440 : 320 };
}

export interface FrameSize {
  readonly width: number;
  readonly height: number;
}

/** oembed.com, sections 2.3.4 and 2.3.4.4. */
export interface OEmbed extends FrameSize {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly author_name: string;
  readonly author_url?: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly cache_age: number;
  readonly thumbnail_url?: string;
  readonly thumbnail_width?: number;
  readonly thumbnail_height?: number;
  readonly html: string;
}

/** An hour, so that corrections appear soon. */
const maxAge = 3600;

/** No scripts, forms or storage; links open in an unrestricted page. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';

function frameOf(address: string, title: string, { width, height }: FrameSize): string {
  const attributes = {
    src: address,
    title,
    width: String(width),
    height: String(height),
    sandbox,
    loading: 'lazy',
    style: 'border:0;max-width:100%',
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
  return `<iframe ${written.join(' ')}></iframe>`;
}
