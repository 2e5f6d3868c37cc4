import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The packages of a project according to its lockfile. */
export interface Packages {
  /** Those in `package.json`. */
  readonly names: readonly string[];
  /** The places of some packages and all their dependencies in the lockfile, sorted. */
  readonly closureOf: (names: Iterable<string>) => string[];
  /** The version and digest of the package at a place. */
  readonly versionOf: (place: string) => string;
}

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const folder = 'node_modules/';

/** The lockfile that was read last, which a build asks for a dozen times. */
let read: { readonly state: string; readonly packages: Packages } | undefined;

/** Reads `package-lock.json` (npm's version 3: one entry for each place in `node_modules`). */
export function openPackages(root: string): Packages {
  const path = join(root, 'package-lock.json');
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  const state = [path, size, mtimeMs, ctimeMs, ino].join(' ');
  if (read?.state !== state) read = { state, packages: parsePackages(readFileSync(path, 'utf8')) };
  return read.packages;
}

function parsePackages(text: string): Packages {
  const lock = JSON.parse(text) as { readonly packages: Readonly<Record<string, Locked>> };
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
    closureOf: (names) => {
      const places = new Set<string>();
      const waiting = [...names].map((name): [name: string, from: string] => [name, '']);
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        // An optional package that is not installed on our systems is missing.
        const place = placeOf(...next);
        if (place === undefined || places.has(place)) continue;
        places.add(place);
        const { dependencies, optionalDependencies, peerDependencies } = locked[place] ?? {};
        for (const name of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })) {
          waiting.push([name, place]);
        }
      }
      return [...places].sort();
    },
    versionOf: (place) => `${place}@${locked[place]?.version ?? ''} ${locked[place]?.integrity ?? ''}`,
  };
}
