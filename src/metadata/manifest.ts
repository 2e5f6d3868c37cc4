import type { Addresses } from '../brief/addresses.ts';
import { wordsIn } from '../brief/words.ts';
import { paper } from '../brief/colour.ts';
import { languageFor } from '../languages/languages.ts';
import type { Publication } from '../brief/publication.ts';

/** W3C Web Application Manifest. The site opens with browser controls, so that pages have a back button and an address. */
export function manifestData(
  { name, shortName = name, description, ground = paper, lang }: Publication,
  addresses: Addresses,
): object {
  const png = (file: string, side: number, purpose: 'any' | 'maskable') => ({
    src: addresses.icon(file),
    sizes: `${side}x${side}`,
    type: 'image/png',
    purpose,
  });
  return {
    id: addresses.base,
    name,
    short_name: shortName,
    description: wordsIn(description, lang),
    lang,
    dir: languageFor(lang).direction,
    start_url: addresses.base,
    scope: addresses.base,
    display: 'minimal-ui',
    theme_color: ground.light,
    background_color: ground.light,
    icons: [
      { src: addresses.icon('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      png('icon-192.png', 192, 'any'),
      png('icon-512.png', 512, 'any'),
      png('icon-maskable-512.png', 512, 'maskable'),
    ],
  };
}
