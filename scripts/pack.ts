import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { withoutTypes } from '../src/store/code-graph.ts';
import { filesBelow } from '../src/store/folder.ts';

const root = join(import.meta.dirname, '..');

/** Only for work on Fourfold itself. */
const notPacked = /^scripts\/(?:bench\/|fonts\.ts$|licenses\.ts$|pack\.ts$|node-version\.mjs$)|\.d\.ts$/;

/** Files that `init` copies. */
const copied = ['.github/workflows/publish.yml', '.github/workflows/check.yml'];

/**
 * Writes what the package holds into an empty folder: the code without types, since Node runs no TypeScript in `node_modules`, and
 * the files that `init` copies.
 */
export function writePackage(target: string): void {
  const write = (file: string, content: string | Buffer): void => {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file), content);
  };
  const code = ['src', 'scripts'].flatMap((folder) =>
    Array.from(filesBelow(join(root, folder)), (file) => `${folder}/${file}`),
  );
  for (const file of code.filter((each) => !notPacked.test(each))) {
    write(nameInPackage(file), contentOf(file));
  }
  for (const file of copied) write(file, readFileSync(join(root, file)));
  write('tsconfig.json', '{}\n');
}

function contentOf(file: string): string | Buffer {
  const bytes = readFileSync(join(root, file));
  if (extname(file) === '.ts') return renamed(file, withoutTypes(bytes.toString()));
  return extname(file) === '.astro' ? renamed(file, bytes.toString()) : bytes;
}

/** Names of our own modules in imports, and those of workers and makers in strings. */
function renamed(file: string, code: string): string {
  return code.replaceAll(/(?<=(['"`]))([\w./[\]-]+\.ts)(?=\1|\?)/g, (name) => {
    const place = name.startsWith('.') ? join(root, dirname(file), name) : join(root, name);
    return existsSync(place) && !name.endsWith('.d.ts') ? nameInPackage(name) : name;
  });
}

function nameInPackage(file: string): string {
  return file.replace(/\.ts$/, '.js');
}

if (import.meta.main) {
  const target = join(root, '.package');
  rmSync(target, { recursive: true, force: true });
  writePackage(target);
}
