/** Record of earlier deploys, stored on the server beside the site. */
export interface DeployRecord {
  /** Files of the current site, by path. */
  readonly files: readonly string[];
  /** Files that no page uses any more but that are still there, with the time since when (ISO 8601). */
  readonly unused: Readonly<Record<string, string>>;
}

export interface DeployPlan {
  /** In this order: assets, new pages, then what links to both. */
  readonly uploads: readonly [hashed: readonly string[], fresh: readonly string[], others: readonly string[]];
  readonly removals: readonly string[];
  readonly record: DeployRecord;
}

export const nothingDeployed: DeployRecord = { files: [], unused: {} };

/**
 * Plans a deploy so that no page ever refers to a missing image, style or font: these are sent first and removed long
 * after, since pages stay open and cards are shared. Removed pages are deleted at once, because they may have been
 * withdrawn. Only deployed files are removed.
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
  const [expired, remaining] = partition(unused, ([, since]) => isPast(since, now, keepDays));
  const pages = files.filter((file) => !isHashed(file));
  const [others, fresh] = partition(pages, (file) => there.has(file));
  return {
    uploads: [files.filter(isHashed), fresh, others],
    removals: [...gone.filter((file) => !isHashed(file)), ...expired.map(([file]) => file)].sort(),
    record: { files: [...files].sort(), unused: Object.fromEntries(remaining) },
  };
}

/** Whether the name contains a digest of the content, so that the content never changes. */
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
