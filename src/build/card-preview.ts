import { cardJobsOfBrief } from './card-jobs.ts';
import type { Publication } from '../brief/publication.ts';
import type { ShownBrief, ShownCard } from '../cards/contact-sheet.ts';
import type { FittedText } from '../cards/fit.ts';
import type { CardInput } from '../cards/worker.ts';
import type { SnapshotBrief } from './snapshot.ts';
import { type Job, type Outcome, type WorkerPool } from './worker-pool.ts';

/** The cards of one brief for its editors, and the result of drawing them. */
export interface DrawnBrief {
  readonly shown: ShownBrief;
  readonly jobs: readonly Job[];
  readonly outcome: Outcome;
}

/** Draws every card of a brief and describes each; `addressOf` gives the address of a file on the page. */
export async function drawBrief(
  root: string,
  brief: SnapshotBrief,
  publication: Publication,
  pool: WorkerPool,
  addressOf: (job: Job) => string,
): Promise<DrawnBrief> {
  const jobs = cardJobsOfBrief(root, brief, publication);
  const outcome = await pool.run(jobs);
  const failed = new Set(outcome.problems.map(({ job }) => job.file));
  const made = jobs.filter(({ file, parts = [] }) => ![file, ...parts.map((part) => part.file)].some((name) => failed.has(name))); // prettier-ignore
  const cards = made.map((job): ShownCard => {
    const drawn = outcome.files.get(job.file);
    const input = job.input as CardInput;
    const { bytes = 0, texts = [] } = { ...drawn } as { bytes?: number; texts?: readonly FittedText[] };
    return {
      src: addressOf(job),
      name: nameOf(job),
      bytes,
      texts,
      ...('spec' in input
        ? { format: input.spec.format, alt: input.spec.alt }
        : { format: 'document', alt: '' }),
    };
  });
  const { slug, title, lang } = brief.listing;
  return { shown: { slug, title, lang, cards }, jobs: made, outcome };
}

/** The path of a card for its editors: a folder for its brief, and the name of its format, whatever its content. */
export function folderFile(slug: string, { file }: Job): string {
  const name = file.slice(slug.length + 1).replace(/-?[0-9a-f]{12}(?=\.\w+$)/, '');
  return `${slug}/${name.startsWith('.') ? `link${name}` : name}`;
}

function nameOf(job: Job): string {
  const input = job.input as CardInput;
  if (!('spec' in input)) return 'PDF of the slides';
  const { format, page } = input.spec;
  return page === undefined ? format : `${format} ${page}`;
}
