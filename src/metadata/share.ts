/** A network to share a page on, as a plain link, so that nothing is sent before a reader clicks it. */
export interface ShareLink {
  readonly name: string;
  readonly href: string;
}

/** Share links documented by networks. Mastodon's asks for the reader's server first. `address` is absolute. */
export function shareLinksOf({ title, address }: { title: string; address: string }): readonly ShareLink[] {
  const both = `${title} ${address}`;
  return [
    { name: 'WhatsApp', href: withQuery('https://wa.me/', { text: both }) },
    { name: 'Telegram', href: withQuery('https://t.me/share/url', { url: address, text: title }) },
    { name: 'Bluesky', href: withQuery('https://bsky.app/intent/compose', { text: both }) },
    { name: 'Mastodon', href: withQuery('https://share.joinmastodon.org/', { text: both }) },
    {
      name: 'LinkedIn',
      href: withQuery('https://www.linkedin.com/sharing/share-offsite/', { url: address }),
    },
    { name: 'X', href: withQuery('https://x.com/intent/post', { text: title, url: address }) },
  ];
}

/** RFC 6068: mail programs do not decode `+`, so spaces are `%20`; line ends are `%0D%0A`. */
export function mailLinkOf({ title, address }: { title: string; address: string }): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\r\n${address}`)}`;
}

function withQuery(place: string, fields: Readonly<Record<string, string>>): string {
  return `${place}?${new URLSearchParams(fields).toString().replaceAll('+', '%20')}`;
}
