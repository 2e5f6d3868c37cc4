/** What earlier deploys have left on a server, kept there beside the site. */
export interface DeployRecord {
  /** Of the site that is there, by paths below it. */
  readonly files: readonly string[];
  /** Files that no page shows any more but that are still there, with the moment since when (ISO 8601). */
  readonly unused: Readonly<Record<string, string>>;
}

export interface DeployPlan {
  /** In this order: what pages load, pages that are new, and last what leads to both. */
  readonly uploads: readonly [hashed: readonly string[], fresh: readonly string[], others: readonly string[]];
  readonly removals: readonly string[];
  readonly record: DeployRecord;
}

export const nothingDeployed: DeployRecord = { files: [], unused: {} };

/**
 * What a deploy does, so that at no moment a page shows a picture, style or font that is not there: these come before it,
 * and go long after it, since pages stay open and cards were shared by their address. A page that is gone goes at once: it
 * may have been withdrawn. Nothing is removed that no deploy has put there.
 */
export function planDeploy(
  files: readonly string[],
  before: DeployRecord,
  { now, keepDays }: { readonly now: string; readonly keepDays: number },
): DeployPlan {
  const ours = new Set(files);
  const there = new Set([...before.files, ...Object.keys(before.unused)]);
  const gone = [...there].filter((file) => !ours.has(file));
  const unused = gone.filter(isHashed).map((file) => [file, before.unused[file] ?? now] as const);
  const [expired, kept] = partition(unused, ([, since]) => isPast(since, now, keepDays));
  const pages = files.filter((file) => !isHashed(file));
  const [others, fresh] = partition(pages, (file) => there.has(file));
  return {
    uploads: [files.filter(isHashed), fresh, others],
    removals: [...gone.filter((file) => !isHashed(file)), ...expired.map(([file]) => file)].sort(),
    record: { files: [...files].sort(), unused: Object.fromEntries(kept) },
  };
}

/** Whether the name holds a digest of the content: it is never another file under the same name. */
export function isHashed(file: string): boolean {
  return /^(?:_astro|cards|pictures)\/|^pagefind\/[^/]+\/(?:fragment|index|filter)\/|\.pf_meta$/.test(file);
}

function isPast(since: string, now: string, days: number): boolean {
  return Date.parse(now) - Date.parse(since) >= days * 86_400_000;
}

function partition<Item>(items: readonly Item[], belongs: (item: Item) => boolean): [Item[], Item[]] {
  const groups = Map.groupBy(items, belongs);
  return [groups.get(true) ?? [], groups.get(false) ?? []];
}
