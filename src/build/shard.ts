import type { Moment } from '../brief/moment.ts';
import { compareMoments, parseMoment } from '../brief/moment.ts';
import type { Publication } from '../brief/publication.ts';
import { visibilityOf } from '../brief/visibility.ts';
import { readBrief, type BriefFile } from './find-briefs.ts';

/** One of several machines that fill a cache: number `index` of `count`, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Parses `2/8`, as in Vitest and Playwright. */
export function parseShard(text: string): Shard | undefined {
  const [, index = '', count = ''] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  const shard = { index: Number(index), count: Number(count) };
  return shard.index >= 1 && shard.index <= shard.count ? shard : undefined;
}

/** The work of a shard. */
export interface Share {
  readonly files: readonly BriefFile[];
  /** Files of the newest public briefs of the site, which have cards in all formats. */
  readonly newest: ReadonlySet<string>;
}

/**
 * Computes the share of a shard. All shards sort the briefs in the same way, newest first, and take turns, so that each has as
 * many briefs with ten cards. Reads only the start of each file: if a date cannot be read, the merge draws that card.
 */
export function shareOf(
  { index, count }: Shard,
  files: readonly BriefFile[],
  { root, publication, now, newest }: ShareOptions,
): Share {
  const dated = files.map((file) => ({ file, ...fieldsOf(root, file, publication) }));
  dated.sort(
    (one, other) => compareMoments(other.date, one.date) || (one.file.slug < other.file.slug ? -1 : 1),
  );
  const shown = dated.filter(({ status, date }) => visibilityOf({ status, date }, now) === 'public');
  return {
    files: dated.filter((_, at) => at % count === index - 1).map(({ file }) => file),
    newest: new Set(shown.slice(0, newest).map(({ file }) => file.file)),
  };
}

export interface ShareOptions {
  readonly root: string;
  readonly publication: Publication;
  readonly now: Moment;
  /** How many briefs have cards in all formats. */
  readonly newest: number;
}

function fieldsOf(
  root: string,
  { file }: BriefFile,
  { timeZone }: Publication,
): { date: Moment; status: 'published' | 'draft' | 'withdrawn' } {
  const read = readBrief(root, file);
  const [frontMatter = ''] = 'text' in read ? read.text.split(/^---\s*$/m, 2).slice(1) : [];
  const valueOf = (name: string): string =>
    new RegExp(`^${name}:\\s*["']?([^"'#\\n]*)`, 'm').exec(frontMatter)?.[1]?.trim() ?? '';
  const status = valueOf('status');
  return {
    date: parseMoment(valueOf('date'), timeZone) ?? '0001-01-01T00:00:00+00:00',
    status: status === 'draft' || status === 'withdrawn' ? status : 'published',
  };
}
