import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { init, parse } from 'es-module-lexer';
import writeFileAtomic from 'write-file-atomic';
import { cacheFolder, digestOf } from './cache.ts';
import { openPackages } from './packages.ts';

/** What one file of ours is made with beside its own text. */
interface Edges {
  /** Digest of its text. */
  readonly digest: string;
  /** Files that it imports or names by `new URL('./x', import.meta.url)`, relative to the root. */
  readonly files: readonly string[];
  /** Packages, and beginnings of names of packages (`@fontsource/`), whose code or files it reads. */
  readonly packages: readonly string[];
}

/** All code that a module reaches by its static imports, in digests. */
export interface CodeGraph {
  /**
   * Digest of the files that some modules reach and of the packages that these use, with all that the packages depend on:
   * a change of anything else leaves it as it is.
   */
  readonly digestOf: (...entries: readonly string[]) => string;
  /** The files and packages themselves, sorted. */
  readonly closureOf: (...entries: readonly string[]) => Closure;
}

export interface Closure {
  /** Relative to the root, with forward slashes. */
  readonly files: readonly string[];
  /** By name. */
  readonly packages: readonly string[];
}

await init;

/**
 * Reads the imports of the project's own code as they are now. Node's version is part of every digest: it brings the dates and
 * words of all languages (ICU) along.
 */
export function openCodeGraph(root: string): CodeGraph {
  const packages = openPackages(root);
  const memory = openMemory(root, packages.names);
  const edgesOf = (file: string): Edges => memory.edgesOf(file, () => readEdges(root, file, packages.names));
  const closureOf = (...entries: readonly string[]): Closure => {
    const files = new Set<string>();
    const used = new Set<string>();
    const waiting = [...entries];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (files.has(file)) continue;
      files.add(file);
      const edges = edgesOf(file);
      waiting.push(...edges.files);
      for (const name of edges.packages) used.add(name);
    }
    return { files: [...files].sort(), packages: packages.closureOf(used) };
  };
  return {
    closureOf,
    digestOf: (...entries) => {
      const closure = closureOf(...entries);
      memory.save();
      return digestOf(
        process.version,
        ...closure.files.flatMap((file) => [file, edgesOf(file).digest]),
        ...closure.packages.map(packages.versionOf),
      );
    },
  };
}

/** A file's edges and how the file looked when they were read. */
type Remembered = readonly [size: number, mtimeMs: number, ctimeMs: number, ino: number, edges: Edges];

/**
 * Edges of files that have not changed since they were read: by size, times and inode, but not where a file is so young that
 * it may have changed again within the clock's grain.
 */
function openMemory(root: string, names: readonly string[]) {
  const path = join(root, cacheFolder, 'code-graph.json');
  const digestOfNames = digestOf(...names);
  const files = new Map(Object.entries(readMemory(path, digestOfNames)));
  let isChanged = false;
  return {
    edgesOf: (file: string, read: () => Edges): Edges => {
      const { size, mtimeMs, ctimeMs, ino } = statSync(join(root, file));
      const known = files.get(file);
      if (known?.[0] === size && known[1] === mtimeMs && known[2] === ctimeMs && known[3] === ino)
        return known[4];
      const edges = read();
      isChanged = true;
      if (Date.now() - Math.max(mtimeMs, ctimeMs) < clockGrain) files.delete(file);
      else files.set(file, [size, mtimeMs, ctimeMs, ino, edges]);
      return edges;
    },
    save: (): void => {
      if (!isChanged) return;
      mkdirSync(dirname(path), { recursive: true });
      writeFileAtomic.sync(path, JSON.stringify({ names: digestOfNames, files: Object.fromEntries(files) }), {
        fsync: false,
      });
      isChanged = false;
    },
  };
}

/** Milliseconds: the coarsest times of files that a file system in use has are 2 s (FAT). */
const clockGrain = 2000;

function readMemory(path: string, names: string): Readonly<Record<string, Remembered>> {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly names: string;
      readonly files: Readonly<Record<string, Remembered>>;
    };
    return read.names === names ? read.files : {};
  } catch {
    return {};
  }
}

function readEdges(root: string, file: string, names: readonly string[]): Edges {
  const bytes = readFileSync(join(root, file));
  const digest = digestOf(bytes);
  if (!/^\.[cm]?[jt]s$/.test(extname(file))) return { digest, files: [], packages: [] };
  const code = withoutTypes(bytes.toString());
  const [imports] = parse(code, file);
  const specifiers = imports.flatMap(({ n, d }) => {
    if (n !== undefined) return [n];
    if (d === -2) return [];
    throw new Error(
      `${file}: Unexpected import() of a computed name: name the module, or keep it out of what makes artifacts`,
    );
  });
  const pathOf = (specifier: string): string =>
    relative(root, fileURLToPath(new URL(specifier, pathToFileURL(join(root, file))))).replaceAll('\\', '/');
  const named = [...code.matchAll(/new URL\(\s*['"`](\.[^'"`$]*)(\$?)[^,]*,\s*import\.meta\.url/g)];
  return {
    digest,
    files: [
      ...specifiers.filter((specifier) => specifier.startsWith('.')).map(pathOf),
      // `./fonts/${face}.ttf` may be any file of the folder.
      ...named.flatMap(([, specifier = '', computed]) =>
        computed === '' ? [pathOf(specifier)] : filesOf(root, dirname(pathOf(`${specifier}x`))),
      ),
    ],
    packages: packagesIn(code, names),
  };
}

/** Packages that are imported, or whose files are named in a string: `@fontsource/${name}/…` may be any of that scope. */
function packagesIn(code: string, names: readonly string[]): string[] {
  const strings = [...code.matchAll(/['"`]((?:@[\w.-]+\/)?[\w.-]*)(?=[/$'"`])/g)];
  const found = new Set(strings.flatMap(([, text = '']) => (text === '' ? [] : [text])));
  return names.filter(
    (name) => found.has(name) || [...found].some((text) => text.endsWith('/') && name.startsWith(text)),
  );
}

function filesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .map((name) => `${folder}/${name}`)
    .filter((file) => statSync(join(root, file)).isFile());
}

/** A module as Node runs it: an import of types alone is none. */
export function withoutTypes(code: string): string {
  const emitWarning = process.emitWarning.bind(process);
  // Node warns of the function once, whoever calls it; readers of a build have no use for that.
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}
