import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** What a registry says of one version. */
interface Version {
  readonly name: string;
  readonly version: string;
  /** The bytes of its tarball. */
  readonly pack: () => Buffer;
  /** Its `package.json`. */
  readonly description: object;
}

/** A registry of npm packages on this machine. */
export interface Registry {
  readonly address: string;
  readonly publish: (version: Version) => void;
  readonly close: () => void;
}

/** Serves all packages that a project has installed, in the versions of its lockfile, and what is published. */
export async function openRegistry(root: string): Promise<Registry> {
  const versions = new Map<string, Map<string, Version>>();
  const publish = (version: Version): void => {
    const known = versions.get(version.name) ?? new Map<string, Version>();
    versions.set(version.name, known.set(version.version, version));
  };
  for (const version of installedIn(root)) publish(version);
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
    const [name = '', file] = path.split('/-/');
    const known = versions.get(name);
    const wanted = file === undefined ? undefined : known?.get(file.replace(/\.tgz$/, ''));
    if (!known || (file !== undefined && !wanted)) {
      response.writeHead(404).end('{}');
    } else if (wanted) {
      response.end(wanted.pack());
    } else {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(packument(name, known, address)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, publish, close: () => server.close() };
}

function packument(name: string, versions: ReadonlyMap<string, Version>, address: string): object {
  const latest = [...versions.keys()].at(-1);
  return {
    name,
    'dist-tags': { latest },
    versions: Object.fromEntries(
      Array.from(versions.values(), ({ version, description }) => [
        version,
        { ...description, dist: { tarball: `${address}/${name}/-/${version}.tgz` } },
      ]),
    ),
  };
}

function installedIn(root: string): Version[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { readonly version?: string }>;
  };
  return Object.entries(packages).flatMap(([place, locked]) => {
    if (place === '') return [];
    const folder = join(root, place);
    const path = join(folder, 'package.json');
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    // Packages of other systems are in lockfiles, too, and are never downloaded.
    const description = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as object)
      : { name, ...locked };
    return [{ name, version: locked.version ?? '', description, pack: () => packed(folder) }];
  });
}

function packed(folder: string): Buffer {
  const words = ['-cz', '--exclude=./node_modules', '--transform=s,^\\.,package,', '-C', folder, '.'];
  return execFileSync('tar', words, { maxBuffer: 2 ** 30 });
}
