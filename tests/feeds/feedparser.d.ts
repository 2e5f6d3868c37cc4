declare module 'feedparser' {
  import type { Transform } from 'node:stream';

  export interface Meta {
    readonly title: string;
    readonly link: string;
    readonly date: Date | null;
  }

  export interface Item {
    readonly guid: string;
    readonly title: string;
    readonly link: string;
    readonly pubdate: Date | null;
    readonly description: string;
    readonly summary: string | null;
    readonly categories: readonly string[];
    readonly enclosures: readonly { readonly url: string }[];
  }

  export default class FeedParser extends Transform {
    readonly meta: Meta;
    read(): Item | null;
  }
}
