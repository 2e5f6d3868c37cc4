import { expect } from 'vitest';
import { importDocument, type Imported } from '../../../scripts/import/import-document.ts';
import { publicationSample } from '../../brief-sample.ts';

/** What an editor writes: the first section, and the end of the page. */
export interface Written {
  readonly text: string;
  readonly end?: string;
  /** The first section of the brief, and its notes and comments. */
  readonly becomes: string;
  readonly ends?: string;
  /** Number of questions for the writer. */
  readonly asks?: number;
  readonly drops?: readonly string[];
}

/** The headings of the four sections. */
export const sections = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines'];

async function importBytes(bytes: Uint8Array, file: string): Promise<Imported> {
  const result = await importDocument(bytes, file, { publication: publicationSample(), topics: [] });
  if (!('markdown' in result)) throw new Error('problem' in result ? result.problem : 'several briefs');
  return result;
}

/** Imports a document whose last section is "It is old.", and compares its first section, its end and its report. */
export async function expectBrief(bytes: Uint8Array, file: string, written: Written): Promise<void> {
  const { becomes, ends = '', asks = 0, drops = [] } = written;
  const { markdown, report } = await importBytes(bytes, file);
  const [, first = '', last = ''] =
    /## What's Happening\?\n\n([^]*?)\n\n## Why[^]*## Beyond the Headlines\n\nIt is old\.([^]*)$/.exec(
      markdown,
    ) ?? [];
  expect({ first, last: last.trim(), asks: report.questions.length }).toEqual({
    first: expect.any(String) as string,
    last: ends,
    asks,
  });
  expect(first.replace(/\n\n<!-- imported: question for you: [^\n]* -->/g, '')).toBe(becomes);
  expect(report.dropped.map(({ what, text }) => `${what}: ${text}`)).toEqual(drops);
  expect(/^status: draft$/m.test(markdown)).toBe(asks > 0);
  for (const { line, text } of report.questions) expect(markdown.split('\n')[line - 1]).toContain(text);
}

/** A page of four sections around an editor's markup. */
export function pageWith({ text, end = '' }: Written): Uint8Array {
  const [first = '', ...others] = sections.map((heading) => `<h2>${heading}</h2>`);
  return new TextEncoder().encode(
    `<!DOCTYPE html><html lang="en"><body><article><h1>Tolls</h1>${first}${text}${others.join('<p>Text.</p>')}<p>It is old.</p>${end}</article></body></html>`,
  );
}
