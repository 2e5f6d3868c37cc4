import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { briefsFolder } from '../brief/briefs-folder.ts';
import { slugOf } from '../brief/slug.ts';
import { briefsFolderPath, realOf } from '../markdown/source-paths.ts';
import { MissingBaseline, type PublishedVersion, type SourceBaseline } from './baseline.ts';
import { isBriefFile } from './folder-baseline.ts';

/** The branch that the shipped workflow moves to the commit that it deployed. */
export const defaultRef = 'published';

/** Commits of one brief that are looked at for a version without errors. */
const maxVersions = 100;

/**
 * What a branch, tag or commit holds, in the repository of the briefs folder. The advice says what else can be named.
 *
 * @throws MissingBaseline
 */
export function openGitBaseline(root: string, ref: string, advice: string): SourceBaseline {
  const folder = realOf(briefsFolderPath(root));
  const from = existsSync(folder) ? folder : dirname(folder);
  const top = gitText(from, 'rev-parse', '--show-toplevel');
  if (top === undefined)
    throw new MissingBaseline(`${from} is not in a Git repository, so there is no ${named(ref)}. ${advice}`);
  const git = (...given: readonly string[]): Buffer | undefined => runGit(top, given);
  const isShallow = gitText(top, 'rev-parse', '--is-shallow-repository') === 'true';
  const commit = commitOf(top, ref);
  if (commit === undefined) throw missing(top, ref, isShallow, advice);
  // Git spells paths with forward slashes.
  const prefix = relative(realOf(top), folder).split(sep).join('/');
  const within = (path: string): string => (prefix === '' ? path : `${prefix}/${path}`);
  const inGit = (file: string): string => within(file.slice(briefsFolder.length + 1));
  const inProject = (path: string): string =>
    `${briefsFolder}/${prefix === '' ? path : path.slice(prefix.length + 1)}`;
  const readAt =
    (hash: string) =>
    (file: string): Uint8Array | undefined =>
      git('cat-file', 'blob', `${hash}:${inGit(file)}`);
  return {
    kind: 'sources',
    name: `${commit.name} (${commit.hash.slice(0, 8)})`,
    changed: () =>
      splitZero(git('diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--diff-filter=DMT', commit.hash, '--', prefix === '' ? '.' : `:(literal)${prefix}`)) // prettier-ignore
        .map(inProject)
        .filter(isBriefFile),
    versions: function* (slug): Iterable<PublishedVersion> {
      const specs = ['md', 'mdx'].map((ending) => `:(glob)${within(`**/${slug}.${ending}`)}`);
      const log = git('log', '-z', '--no-renames', '--format=%x01%H %cs', '--name-status', `--max-count=${maxVersions}`, commit.hash, '--', ...specs); // prettier-ignore
      let [hash, day, status] = ['', '', ''];
      for (const part of splitZero(log)) {
        const [, nextHash, nextDay] = /^\n?\u0001([0-9a-f]+) (\S+)$/.exec(part) ?? [];
        if (nextHash !== undefined && nextDay !== undefined) [hash, day, status] = [nextHash, nextDay, ''];
        else if (status === '') status = part.trim();
        else {
          const file = inProject(part);
          const read = readAt(hash);
          if (status !== 'D' && isBriefFile(file) && slugOf(file) === slug)
            yield { name: `${hash.slice(0, 8)} of ${day}`, file, text: () => read(file), read };
          status = '';
        }
      }
    },
    restore: (file) => {
      // From wherever in the repository it is typed.
      const path = realOf(top) === realOf(root) ? inGit(file) : `:/${inGit(file)}`;
      return `git restore --source=${commit.hash.slice(0, 8)} -- ${/[^\w./:-]/.test(path) ? `'${path}'` : path}`;
    },
    ...(isShallow && { deepen: 'git fetch --unshallow' }),
  };
}

/** The commit of a ref, and how messages call it. A branch of the remote goes before a local one of the default's name. */
function commitOf(top: string, ref: string): { readonly hash: string; readonly name: string } | undefined {
  const names = ref === defaultRef ? [`origin/${ref}`, ref] : [ref, `origin/${ref}`];
  for (const name of names) {
    const hash = gitText(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`);
    if (hash !== undefined) return { hash, name: named(name) };
  }
  return undefined;
}

function missing(top: string, ref: string, isShallow: boolean, advice: string): MissingBaseline {
  const hasRemote = (gitText(top, 'remote') ?? '') !== '';
  const where = isShallow ? 'this shallow clone' : 'this repository';
  if (hasRemote || isShallow)
    return new MissingBaseline(`There is no ${named(ref)} in ${where}. Fetch it: ${fetchOf(ref, isShallow)}`);
  return new MissingBaseline(`There is no ${named(ref)} in ${where}. ${advice}`);
}

/** The one command that brings a ref into a clone that lacks it. */
function fetchOf(ref: string, isShallow: boolean): string {
  const depth = isShallow ? '--depth=1 ' : '';
  if (/[~^@:]/.test(ref)) return isShallow ? 'git fetch --unshallow' : 'git fetch --all';
  if (/^[0-9a-f]{40}$/.test(ref)) return `git fetch ${depth}origin ${ref}`;
  if (/^v?\d/.test(ref)) return `git fetch ${depth}origin tag ${ref}`;
  const branch = ref.replace(/^origin\//, '');
  return `git fetch ${depth}origin +refs/heads/${branch}:refs/remotes/origin/${branch}`;
}

function named(ref: string): string {
  return /^[0-9a-f]{7,40}$/.test(ref) ? `commit ${ref}` : `branch or tag "${ref}"`;
}

function splitZero(output: Buffer | undefined): string[] {
  return (output?.toString() ?? '').split('\0').filter((part) => part !== '');
}

function gitText(folder: string, ...given: readonly string[]): string | undefined {
  return runGit(folder, given)?.toString().trim();
}

/** The output of Git; undefined if it fails or is not installed. */
function runGit(folder: string, given: readonly string[]): Buffer | undefined {
  const { status, stdout } = spawnSync('git', ['-c', 'core.quotePath=false', ...given], {
    cwd: folder,
    maxBuffer: 1_000_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}
