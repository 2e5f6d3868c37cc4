/** A file that an item carries, and what the item says of it. */
export interface FeedFile {
  readonly url: string;
  readonly bytes?: string | undefined;
  readonly type?: string | undefined;
  /** Pixels. */
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}
/** One item of a feed of any kind, as far as it is to agree with the page. */
export interface FeedItem {
  readonly id: string;
  /** Absolute. */
  readonly url: string;
  readonly title: string;
  readonly published: string;
  /** What readers show, as HTML. */
  readonly html: string;
  readonly files: readonly FeedFile[];
}

export interface ReadFeed {
  /** What the feed says is its own address. */
  readonly self: string | undefined;
  readonly items: readonly FeedItem[];
  /** What its kind of feed asks for and it lacks. */
  readonly problems: readonly string[];
}
