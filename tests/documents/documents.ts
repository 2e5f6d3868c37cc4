import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Document {
  /** Relative to the project's root. */
  readonly file: string;
  readonly text: string;
}

/** The documentation of the project. */
export const documents: readonly Document[] = [
  'README.md',
  '.github/CONTRIBUTING.md',
  '.github/SECURITY.md',
  ...readdirSync(join(root, '.github/docs')).map((name) => `.github/docs/${name}`),
].map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

export function documentOf(file: string): string {
  return documents.find((document) => document.file === file)?.text ?? '';
}

/** The fenced blocks of a language, in order. */
export function blocksOf(text: string, language: string): string[] {
  return Array.from(text.matchAll(/^```(\S*)\n([^]*?)^```$/gm))
    .filter(([, named]) => named === language)
    .map(([, , block = '']) => block);
}

/** Every command in a block of its own, one on each line. */
export function commandsIn(text: string): string[] {
  return [...blocksOf(text, 'sh'), ...blocksOf(text, 'text')]
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.split(/ && | \| /))
    .filter((line) => /\bnpm (?:run|test)\b/.test(line))
    .map((line) => line.replace(/^.*?\bnpm /, 'npm ').trim());
}

/** The cells of each row of the first table below a heading. */
export function tableBelow(text: string, heading: string): string[][] {
  const from = `\n${text}`.indexOf(`\n${heading}\n`);
  const lines = text.slice(from).split('\n');
  const start = lines.findIndex((line) => line.startsWith('|'));
  const rows = lines.slice(
    start,
    lines.findIndex((line, at) => at > start && !line.startsWith('|')),
  );
  return rows.slice(2).map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
}
