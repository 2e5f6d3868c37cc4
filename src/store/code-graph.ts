import { readdirSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { init, parse } from 'es-module-lexer';
import { digestOf } from './cache.ts';
import { openFileMemory } from './file-memory.ts';
import { openPackages } from './packages.ts';

/** What a file of ours imports. */
interface Edges {
  /** Digest of its text. */
  readonly digest: string;
  /** Files that it imports or names by `new URL('./x', import.meta.url)`, relative to the root. */
  readonly files: readonly string[];
  /** Packages whose code or files it uses, and prefixes of their names (`@fontsource/`). */
  readonly packages: readonly string[];
}

/** Digests of all code that a module imports. */
export interface CodeGraph {
  /**
   * Digest of all files that modules import, and of the packages that these use, with their dependencies: nothing else changes it.
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
 * Reads the imports of the project's own code as it is now. Files for which `isData` is true are inputs, not code;
 * `computed` lists the modules that a file imports by a computed name. What was read is kept in the cache of `project`. Node's version is part of every digest, because it
 * determines dates and words of all languages (ICU).
 */
export function openCodeGraph(
  root: string,
  isData: (file: string) => boolean = () => false,
  computed: Readonly<Record<string, readonly string[]>> = {},
  project = root,
): CodeGraph {
  const packages = openPackages(root);
  const memory = openFileMemory<Edges>(
    project,
    'code-graph.json',
    digestOf(JSON.stringify([packages.names, computed])),
  );
  const edgesOf = (file: string): Edges =>
    memory.of(file, join(root, file), () => readEdges(root, file, packages.names, computed[file]));
  const closureOf = (...entries: readonly string[]): Closure => {
    const files = new Set<string>();
    const used = new Set<string>();
    const waiting = [...entries];
    for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
      if (files.has(file) || isData(file)) continue;
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

function readEdges(
  root: string,
  file: string,
  names: readonly string[],
  computed?: readonly string[],
): Edges {
  const bytes = readFileSync(join(root, file));
  const digest = digestOf(bytes);
  if (!/^\.[cm]?[jt]s$/.test(extname(file))) return { digest, files: [], packages: [] };
  const code = withoutTypes(bytes.toString());
  const [imports] = parse(code, file);
  const specifiers = imports.flatMap(({ n, d }) => {
    if (n !== undefined) return [n];
    if (d === -2 || computed) return [];
    throw new Error(
      `${file}: Unexpected import() of a computed name: name the module, or declare in src/build/makers.ts which it may be`,
    );
  });
  const pathOf = (specifier: string): string =>
    relative(root, fileURLToPath(new URL(specifier, pathToFileURL(join(root, file))))).replaceAll('\\', '/');
  const named = [...code.matchAll(/new URL\(\s*['"`](\.[^'"`$]*)(\$?)[^,]*,\s*import\.meta\.url/g)];
  return {
    digest,
    files: [
      ...(computed ?? []),
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

/** A module as Node runs it, without imports of types. */
export function withoutTypes(code: string): string {
  const emitWarning = process.emitWarning.bind(process);
  // Node warns of this function, which is no use to readers of a build.
  process.emitWarning = () => undefined;
  try {
    return stripTypeScriptTypes(code);
  } finally {
    process.emitWarning = emitWarning;
  }
}
