/** An enclosure of an item, as declared. */
export interface FeedFile {
  readonly url: string;
  readonly bytes?: string | undefined;
  readonly type?: string | undefined;
  /** Pixels. */
  readonly width?: string | undefined;
  readonly height?: string | undefined;
}
/** An item of a feed in any format, as far as it is compared with its page. */
export interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly published: string;
  /** The content as HTML. */
  readonly html: string;
  readonly files: readonly FeedFile[];
}

export interface ReadFeed {
  /** The feed's own address, as declared. */
  readonly self: string | undefined;
  readonly items: readonly FeedItem[];
  /** Missing parts that its format requires. */
  readonly problems: readonly string[];
}
