import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { filesBelow } from '../../src/store/folder.ts';
import { nothingDeployed, planDeploy, type DeployPlan, type DeployRecord } from './deploy-plan.ts';
import { fetchFile, makeFolder, removeFiles, syncFiles } from './rsync.ts';

export interface DeployOptions {
  /** Days for which unused files stay. */
  readonly keepDays: number;
  /** ISO 8601. */
  readonly now: string;
  readonly dryRun: boolean;
  /** Called before each step. */
  readonly print: (step: string) => void;
}

/**
 * Copies a built site to a server with rsync, in an order that never shows a page without its images. An interrupted
 * deploy is continued by the next. Throws with rsync's message if it fails.
 */
export async function deploy(
  folder: string,
  target: string,
  { keepDays, now, dryRun, print }: DeployOptions,
): Promise<DeployPlan> {
  const own = mkdtempSync(join(tmpdir(), 'fourfold-deploy-'));
  try {
    const before = await fetchRecord(target, own, dryRun);
    const files = [...filesBelow(folder)].map((file) => file.replaceAll('\\', '/'));
    const plan = planDeploy(files, before, { now, keepDays });
    const [hashed, fresh, others] = plan.uploads;
    if (dryRun) return plan;
    // Recorded first, so that after an interruption the next deploy knows what was sent.
    const meanwhile = { files: [...new Set([...files, ...before.files])].sort(), unused: before.unused };
    await sendRecord(meanwhile, target, own);
    print(`${hashed.length} files that pages load`);
    await syncFiles({ from: folder, to: target, files: hashed, list: join(own, 'list'), never: 'existing' });
    print(`${fresh.length} new pages, feeds and data files`);
    await syncFiles({ from: folder, to: target, files: fresh, list: join(own, 'list') });
    print(`${others.length} pages, feeds and data files that were there before`);
    await syncFiles({ from: folder, to: target, files: others, list: join(own, 'list') });
    print(`${plan.removals.length} files to remove`);
    await removeFiles(target, { files: plan.removals, ...foldersAround(plan.removals, files), own });
    await sendRecord(plan.record, target, own);
    return plan;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** A name that no server exposes (see `npm run host`). */
const recordFile = '.fourfold-deploy.json';

const recordSchema = z.object({
  files: z.array(z.string()),
  unused: z.record(
    z.string(),
    z.string().refine((moment) => !Number.isNaN(Date.parse(moment))),
  ),
}) satisfies z.ZodType<DeployRecord>;

/**
 * The record on the server. An unreadable record is an error: treating it as missing would leave removed pages online
 * forever.
 */
async function fetchRecord(target: string, own: string, dryRun: boolean): Promise<DeployRecord> {
  const copy = join(own, 'before.json');
  const isThere = await makeFolder(target, { own, dryRun });
  if (!isThere || !(await fetchFile(`${target}/${recordFile}`, copy))) return nothingDeployed;
  // Something else may have its name.
  const text = statSync(copy).isFile() ? readFileSync(copy, 'utf8') : '';
  const { success, data } = recordSchema.safeParse(parseJson(text));
  if (success) return data;
  throw new Error(
    `${target}/${recordFile} is damaged, so it is not known what earlier deploys put there. Nothing was changed. Restore that file, or empty the folder, and deploy again.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function sendRecord(record: DeployRecord, target: string, own: string): Promise<void> {
  writeFileSync(join(own, recordFile), JSON.stringify(record));
  await syncFiles({ from: own, to: target, files: [recordFile], list: join(own, 'list') });
}

/** The folders of removed files, divided into those that stay and those that become empty. */
function foldersAround(
  removals: readonly string[],
  files: readonly string[],
): { stays: string[]; folders: string[] } {
  const used = new Set(files.flatMap(foldersOf));
  const around = new Set(removals.flatMap(foldersOf));
  const [stays, folders] = [true, false].map((isUsed) =>
    [...around].filter((path) => used.has(path) === isUsed),
  );
  return { stays: stays ?? [], folders: folders ?? [] };
}

function foldersOf(file: string): string[] {
  const folder = dirname(file);
  return folder === '.' ? [] : [folder, ...foldersOf(folder)];
}
