import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The packages of a project, according to its lockfile or as they are installed. */
export interface Packages {
  /** Those that `package.json` names. */
  readonly names: readonly string[];
  /** The places of some packages and all their dependencies, sorted. */
  readonly closureOf: (names: Iterable<string>) => string[];
  /** The version and digest of the package at a place. */
  readonly versionOf: (place: string) => string;
}

interface Described {
  readonly name?: string;
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const folder = 'node_modules/';

/** The lockfile that was read last, which a build asks for a dozen times. */
let read: { readonly state: string; readonly packages: Packages } | undefined;

/**
 * Reads `package-lock.json` (npm's version 3: one entry for each place in `node_modules`); an installed package has none, and the
 * installed ones are read.
 */
export function openPackages(root: string): Packages {
  const path = join(root, 'package-lock.json');
  if (!existsSync(path)) return (installed ??= findInstalled(root));
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  const state = [path, size, mtimeMs, ctimeMs, ino].join(' ');
  if (read?.state !== state) read = { state, packages: parsePackages(readFileSync(path, 'utf8')) };
  return read.packages;
}

function parsePackages(text: string): Packages {
  const lock = JSON.parse(text) as { readonly packages: Readonly<Record<string, Described>> };
  const { '': own, ...locked } = lock.packages;
  const placeOf = (name: string, from: string): string | undefined => {
    // As Node resolves it: next to the package that imports it, then further up.
    const place = `${from === '' ? '' : `${from}/`}${folder}${name}`;
    if (locked[place]) return place;
    return from === ''
      ? undefined
      : placeOf(name, from.slice(0, Math.max(0, from.lastIndexOf(`/${folder}`))));
  };
  return {
    names: Object.keys({ ...own?.dependencies, ...own?.optionalDependencies }),
    closureOf: (names) => placesOf(names, '', placeOf, (place) => locked[place] ?? {}).sort(),
    versionOf: (place) => `${place}@${locked[place]?.version ?? ''} ${locked[place]?.integrity ?? ''}`,
  };
}

/** Some packages and all that they depend on, each once. */
function placesOf(
  names: Iterable<string>,
  start: string,
  placeOf: (name: string, from: string) => string | undefined,
  describe: (place: string) => Described,
): string[] {
  const places = new Set<string>();
  const waiting = [...names].map((name): [name: string, from: string] => [name, start]);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    // An optional package that is not installed on our systems is missing.
    const place = placeOf(...next);
    if (place === undefined || places.has(place)) continue;
    places.add(place);
    const { dependencies, optionalDependencies, peerDependencies } = describe(place);
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
      waiting.push([name, place]);
    }
  }
  return [...places];
}

/** Read once: nothing is installed while a command runs. */
let installed: Packages | undefined;

/** The packages around an installed one, which has no lockfile; a version on a registry never changes. */
function findInstalled(root: string): Packages {
  const described = new Map<string, Described>();
  const describe = (place: string): Described => {
    const known = described.get(place) ?? readDescription(place);
    described.set(place, known);
    return known;
  };
  const labelOf = (place: string): string => {
    const { name = '', version = '' } = describe(place);
    return `${name}@${version}`;
  };
  const start = dirname(findDescription(root));
  const { dependencies, optionalDependencies } = describe(start);
  return {
    names: Object.keys({ ...dependencies, ...optionalDependencies }),
    closureOf: (names) =>
      placesOf(names, start, findPlace, describe).sort((one, other) =>
        labelOf(one) < labelOf(other) ? -1 : 1,
      ),
    versionOf: labelOf,
  };
}

/** As Node resolves it: in the `node_modules` next to a package, then further up. */
function findPlace(name: string, from: string): string | undefined {
  const place = join(from, folder, name);
  if (existsSync(join(place, description))) return realpathSync(place);
  const above = dirname(from);
  return above === from ? undefined : findPlace(name, above);
}

function findDescription(from: string): string {
  const place = join(from, description);
  return existsSync(place) || dirname(from) === from ? place : findDescription(dirname(from));
}

function readDescription(place: string): Described {
  return JSON.parse(readFileSync(join(place, description), 'utf8')) as Described;
}

const description = 'package.json';
