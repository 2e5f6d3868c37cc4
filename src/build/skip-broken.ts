import { briefsFolder, isStanding, settingsFile } from '../brief/briefs-folder.ts';
import type { Moment } from '../brief/moment.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';
import type { Publication } from '../brief/publication.ts';
import { slugOf } from '../brief/slug.ts';
import { check } from '../check/check.ts';
import { readSources } from '../check/report.ts';
import type { Code } from '../diagnostics/codes.ts';
import { sortDiagnostics, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatHuman } from '../diagnostics/print.ts';
import { parse } from '../markdown/parse.ts';
import { MissingBaseline, type PublishedVersion, type SourceBaseline } from './baseline.ts';
import { checkCards } from './card-check.ts';
import type { ReplacedTexts } from './compile-files.ts';
import { findBriefs, readBrief } from './find-briefs.ts';
import type { BuildSnapshot } from './last-build.ts';
import type { Snapshot } from './snapshot.ts';
import { findComponents } from './own-components.ts';
import { readVersion } from './published-changes.ts';

/** A brief with errors, and what the site shows in its place. */
export interface SkippedBrief {
  /** Relative to the project root. */
  readonly file: string;
  readonly slug: string;
  /** The version that the site keeps; undefined if the brief is missing. */
  readonly kept: string | undefined;
  /** What needs the missing brief. */
  readonly lacking: readonly string[];
}

/** A snapshot without errors in briefs, and what was skipped for it. */
export interface SkippedBuild<Loaded extends Snapshot = BuildSnapshot> {
  readonly snapshot: Loaded & Pick<BuildSnapshot, 'kept'>;
  readonly skipped: readonly SkippedBrief[];
  /** The errors of the skipped briefs. */
  readonly problems: readonly Diagnostic[];
}

interface Project {
  readonly root: string;
  readonly publication: Publication;
  readonly now: Moment;
}

interface Options<Loaded extends Snapshot> extends Project {
  /** What was published, or why that is not known. */
  readonly baseline: SourceBaseline | string;
  readonly load: (replaced: ReplacedTexts) => Promise<Loaded>;
}

/**
 * Loads what a build publishes, with the last published version of each brief that has errors, or without it if it was never
 * published. A brief that needs one of these, for example with a link, has an error then, and is skipped like them. Errors in other
 * files stay in the snapshot.
 *
 * @throws MissingBaseline if a brief has errors and what was published is not known: it could be unpublished.
 */
export async function skipBroken<Loaded extends Snapshot>(
  options: Options<Loaded>,
): Promise<SkippedBuild<Loaded>> {
  const { root, publication, baseline } = options;
  const states = new Map<string, State>();
  const problems: Diagnostic[] = [];
  for (;;) {
    const replaced = replacedBy(states);
    const loaded = await options.load(replaced);
    // What became of an address is for `check --published`: leaving the brief out would not bring it back.
    const snapshot = { ...loaded, diagnostics: loaded.diagnostics.filter(({ code }) => code !== 'brief-gone' && code !== 'identity-changed') }; // prettier-ignore
    const ofCards = publication.cards === false ? [] : await checkCards(root, publication, snapshot.briefs);
    const errors = [...snapshot.diagnostics, ...ofCards].filter(
      ({ file, severity, isOfDraft }) => severity === 'error' && isOfDraft !== true && isBrief(file),
    );
    if (errors.length === 0) {
      const skipped = describe(options, snapshot, states, problems);
      // What is said of the texts that take the place of files is at no line of these.
      const diagnostics = snapshot.diagnostics.filter(({ file }) => !replaced.has(file));
      return {
        snapshot: { ...snapshot, diagnostics, kept: skipped.filter(({ kept }) => kept !== undefined).map(({ slug }) => slug) }, // prettier-ignore
        skipped,
        problems: sortDiagnostics(problems),
      };
    }
    if (typeof baseline === 'string')
      throw new MissingBaseline(`A brief has errors, and without knowing what is published it cannot be skipped. ${baseline}`); // prettier-ignore
    // First those with errors of their own: others may have errors only because of these.
    const own = errors.filter(({ code }) => !betweenBriefs.has(code));
    const due = own.length > 0 ? own : errors;
    problems.push(...due.filter(({ file }) => !replaced.has(file)));
    const broken = new Set(due.map(({ file }) => [...states.values()].find(({ version }) => version?.file === file)?.file ?? file)); // prettier-ignore
    for (const file of broken) {
      const versions = states.get(file)?.versions ?? (await findVersions(options, baseline, file));
      const next = versions.next();
      states.set(file, { file, versions, version: next.done === true ? undefined : next.value });
    }
  }
}

/** Errors that may be another brief's fault. */
const betweenBriefs: ReadonlySet<Code> = new Set([
  'address-taken',
  'alias-taken',
  'brief-hidden',
  'brief-missing',
  'heading-missing',
  'page-missing',
  'slug-duplicate',
  'translation-chain',
  'translation-language',
]);

/** A brief with errors, and the version that is tried in its place. */
interface State {
  readonly file: string;
  readonly versions: Iterator<KeptVersion, undefined>;
  readonly version: KeptVersion | undefined;
}

interface KeptVersion extends Pick<PublishedVersion, 'name' | 'file'> {
  readonly text: string;
}

function replacedBy(states: ReadonlyMap<string, State>): Map<string, string | undefined> {
  const replaced = new Map<string, string | undefined>([...states.keys()].map((file) => [file, undefined]));
  for (const { version } of states.values()) if (version) replaced.set(version.file, version.text);
  return replaced;
}

function isBrief(file: string): boolean {
  return file.startsWith(`${briefsFolder}/`) && file !== settingsFile && !isStanding(file);
}

/** The versions of a brief that were published, without errors of their own, newest first. */
async function findVersions(
  { root, publication, now }: Project,
  baseline: SourceBaseline,
  file: string,
): Promise<Iterator<KeptVersion, undefined>> {
  const { files } = await findBriefs(root);
  const slug = slugOf(file);
  const components = (await findComponents(root)).names;
  const text = textOf(root, file);
  const aliases = fieldsOf(root, publication, file).aliases ?? [];
  const others = new Set(files.map((each) => each.file).filter((each) => each !== file));
  return (function* (): Generator<KeptVersion, undefined> {
    // Of two files with one name, the other is the one that readers know.
    if (files.some((each) => each.file !== file && each.slug === slug)) return undefined;
    let found = 0;
    let valid = 0;
    for (const name of [slug, ...aliases.toReversed()]) {
      for (const version of baseline.versions(name)) {
        found += 1;
        if (others.has(version.file)) continue;
        const bytes = version.text();
        const before = bytes && new TextDecoder().decode(bytes);
        if (before === undefined || (before === text && version.file === file)) continue;
        if (readVersion(version, { publication, now, components })?.isPublic !== true) continue;
        valid += 1;
        yield { name: version.name, file: version.file, text: before };
      }
    }
    if (found > 0 && valid === 0 && baseline.deepen !== undefined)
      throw new MissingBaseline(`The last version of ${file} without errors is not in this shallow clone. Fetch it: ${baseline.deepen}`); // prettier-ignore
    return undefined;
  })();
}

function textOf(root: string, file: string): string | undefined {
  try {
    const read = readBrief(root, file);
    return 'text' in read ? read.text : undefined;
  } catch {
    // A folder or a pipe in its place.
    return undefined;
  }
}

/** The valid fields of a brief as it is now. */
function fieldsOf(root: string, publication: Publication, file: string): Partial<FrontMatterFields> {
  const text = textOf(root, file);
  return text === undefined ? {} : check(parse(file, text, publication), publication).known;
}

function describe(
  { root, publication }: Project,
  { briefs }: Snapshot,
  states: ReadonlyMap<string, State>,
  problems: readonly Diagnostic[],
): SkippedBrief[] {
  return [...states.values()].map(({ file, version }) => {
    const slug = slugOf(version?.file ?? file);
    if (version) return { file, slug, kept: version.name, lacking: [] };
    const { thread, translationOf } = fieldsOf(root, publication, file);
    const inThread = thread !== undefined && briefs.some(({ listing }) => listing.thread === thread);
    const needed = problems.filter(({ code, message }) => code === 'brief-missing' && message.includes(`"${slug}"`)); // prettier-ignore
    const lacking = [
      ...(inThread ? [`the thread "${thread}" lacks it`] : []),
      ...(translationOf === undefined ? [] : [`it is a translation of "${translationOf}", which lacks it`]),
      ...new Set(needed.map((each) => `${each.file} refers to it, and is skipped for that`)),
    ];
    return { file, slug, kept: undefined, lacking };
  });
}

/** The errors, and what the site shows instead of the briefs that have them. */
export async function formatSkipped(
  root: string,
  { skipped, problems }: Pick<SkippedBuild, 'skipped' | 'problems'>,
): Promise<string> {
  const lines = skipped.flatMap(({ file, kept, lacking }) => [
    `  ${file}  ${kept === undefined ? 'left out: it was never published without errors' : `stays as it was published: ${kept}`}`,
    ...lacking.map((each) => `      ${each}`),
  ]);
  const report = formatHuman(problems, await readSources(root, problems));
  const count = skipped.length === 1 ? '1 brief has errors' : `${skipped.length} briefs have errors`;
  return `${report}\n\n${count}, and the site is built without these changes:\n${lines.join('\n')}`;
}
