import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../store/cache.ts';
import { openFileDigests } from '../store/file-memory.ts';
import { home } from '../store/home.ts';
import { openPackages } from '../store/packages.ts';
import { filesBelow } from '../store/folder.ts';
import { componentsFolder } from './own-components.ts';

/** Digest of all code of a site, including the publication's own components, and of the packages it may use. */
export function digestOfCode(root: string): string {
  const filesIn = (place: string, folder: string): [name: string, place: string][] =>
    Array.from(filesBelow(join(place, folder)), (file) => [`${folder}/${file}`, join(place, folder, file)]);
  const files = [
    ...filesIn(home, 'src'),
    ...filesIn(root, componentsFolder),
    ...variableFiles(root).map((file): [string, string] => [file, join(root, file)]),
  ];
  const packages = openPackages(home);
  const digests = openFileDigests(root);
  const code = digestOf(
    process.version,
    ...files.flatMap(([name, place]) => [name, digests.of(name, place)]),
    ...packages.closureOf(packages.names).map(packages.versionOf),
  );
  digests.save();
  return code;
}

/** Digest of the files that set environment variables, which pages may show. */
export function digestOfVariables(root: string): string {
  return digestOf(...variableFiles(root).flatMap((file) => [file, readFileSync(join(root, file))]));
}

function variableFiles(root: string): string[] {
  const files = ['.env', '.env.local', '.env.production', '.env.production.local'];
  return files.filter((file) => existsSync(join(root, file)));
}
