import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The packages that a project may use, as its lockfile has them. */
export interface Packages {
  /** Those that `package.json` asks for. */
  readonly names: readonly string[];
  /** Where the lockfile has some packages and all that they depend on, sorted. */
  readonly closureOf: (names: Iterable<string>) => string[];
  /** The version and the digest of one of these places. */
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

/** Reads `package-lock.json` (npm's version 3: one entry for each place in `node_modules`). */
export function openPackages(root: string): Packages {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const { '': own, ...locked } = lock.packages;
  const placeOf = (name: string, from: string): string | undefined => {
    // As Node looks for it: beside the package that asks, then further up.
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
        // An optional one that no system of ours has is not there.
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
