import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { HookParameters } from 'astro';
import { addressesOf } from '../brief/addresses.ts';
import type { Publication } from '../brief/publication.ts';
import { checkCards } from '../build/card-check.ts';
import { cardJobsOfBrief, publicationJobsOf } from '../build/card-jobs.ts';
import { drawBrief } from '../build/card-preview.ts';
import { formatContactSheet, type ShownBrief } from '../cards/contact-sheet.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Snapshot } from '../build/snapshot.ts';
import { requireSnapshot } from './channel.ts';
import { openWorkerPool, type Job, type JobKind, type WorkerPool } from '../build/worker-pool.ts';

/** The site with everything that is not public yet, and its server. */
export interface DevSite {
  readonly server: HookParameters<'astro:server:setup'>['server'];
  readonly root: string;
  readonly publication: Publication;
}

/** How many briefs the contact sheet and the list of problems cover: drawing all would take too long. */
const newest = 20;

/** Serves cards and images, which builds link into the output, and the contact sheet at `/cards/`. */
export function serveFiles(devSite: DevSite): void {
  const { server, root, publication } = devSite;
  const folder = addressesOf(publication).card('');
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.originalUrl ?? '').split('?');
    if (path !== folder) {
      next();
      return;
    }
    contactSheet(devSite).then((html) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(html);
    }, next);
  });
  serveMade(server, root, 'cards', folder, (file) => findCardJob(devSite, file));
  serveMade(server, root, 'pictures', addressesOf(publication).image(''), (file) => {
    const { images } = requireSnapshot();
    return images.find((job) => job.file === file);
  });
}

/** Draws the cards of the newest briefs and reports problems. */
export async function findCardProblems(
  { root, publication }: DevSite,
  { briefs }: Snapshot,
): Promise<Diagnostic[]> {
  return checkCards(root, publication, briefs.slice(0, newest));
}

async function contactSheet({ root, publication }: DevSite): Promise<string> {
  const { briefs } = requireSnapshot();
  const addresses = addressesOf(publication);
  const pool = openWorkerPool(root, 'cards');
  try {
    const shown: ShownBrief[] = [];
    for (const brief of briefs.slice(0, newest)) {
      shown.push((await drawBrief(root, brief, publication, pool, ({ file }) => addresses.card(file))).shown);
    }
    // The script of all pages, which reloads them whenever the briefs change.
    return formatContactSheet(shown, `${addresses.base}@id/astro:scripts/page.js`);
  } finally {
    await pool.close();
  }
}

function findCardJob({ root, publication }: DevSite, file: string): Job | undefined {
  const { briefs } = requireSnapshot();
  const own = publicationJobsOf(briefs, publication).find((job) => job.file === file);
  if (own) return own;
  // A slug may start with another's.
  for (const brief of briefs.filter(({ listing }) => file.startsWith(`${listing.slug}-`))) {
    const job = cardJobsOfBrief(root, brief, publication).find((each) => each.file === file);
    if (job) return job;
  }
  return undefined;
}

/** Serves cards and images, and makes each when it is first requested. */
function serveMade(
  server: DevSite['server'],
  root: string,
  kind: JobKind,
  folder: string,
  find: (file: string) => Job | undefined,
): void {
  let pool: WorkerPool | undefined;
  server.middlewares.use((request, response, next) => {
    const [path = ''] = (request.originalUrl ?? '').split('?');
    if (!path.startsWith(folder)) {
      next();
      return;
    }
    const file = path.slice(folder.length);
    const job = find(file);
    if (!job) {
      next();
      return;
    }
    const serve = async (): Promise<void> => {
      pool ??= openWorkerPool(root, kind);
      const { files } = await pool.run([job]);
      const made = files.get(file);
      // The list of problems says why not.
      if (!made) {
        next();
        return;
      }
      response.setHeader('content-type', contentTypes[extname(file)] ?? 'application/octet-stream');
      response.end(await readFile(made.path));
    };
    serve().catch(next);
  });
}

const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.webp': 'image/webp',
};
