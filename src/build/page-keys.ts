import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../store/cache.ts';
import { openFileDigests } from '../store/file-memory.ts';
import { openPackages } from '../store/packages.ts';
import { filesBelow } from '../store/folder.ts';
import { componentsFolder } from './own-components.ts';

/** Digest of all code of a site, including the publication's own components, and of the packages it may use. */
export function digestOfCode(root: string): string {
  const files = [
    ...['src', componentsFolder].flatMap((folder) =>
      Array.from(filesBelow(join(root, folder)), (file) => `${folder}/${file}`),
    ),
    'astro.config.mjs',
    ...variableFiles(root),
  ];
  const packages = openPackages(root);
  const digests = openFileDigests(root);
  const code = digestOf(
    process.version,
    ...files.flatMap((file) => [file, digests.of(file, join(root, file))]),
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
