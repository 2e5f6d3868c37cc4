import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The file from which a picture of our pages was made: `https://…/pictures/tower-800-0123456789ab.png`. */
export function localImage(url: string, site = ''): string | undefined {
  const [, name, ending] = /\/pictures\/([a-z0-9-]+)-\d+-[0-9a-f]{12}\.(png|jpg|webp|avif)$/.exec(url) ?? [];
  return name !== undefined && url.startsWith(site) ? `./pictures/${name}.${ending ?? ''}` : undefined;
}

/** Pictures of a page of ours by their files, so that the brief is the one from which the page was made. */
export function localizeImages(tree: Root, site?: string): void {
  visit(tree, 'image', (image) => {
    image.url = localImage(image.url, site) ?? image.url;
  });
}
