import { readFileSync } from 'node:fs';
import { validateHtml } from './html-rules.ts';
import { readPage, type PageFacts } from './page-facts.ts';

/** A page as read by a worker. */
export interface ReadPage {
  readonly facts: PageFacts;
  /** HTML errors. */
  readonly html: readonly string[];
}

/** Reads and validates pages; nearly all of the time is spent here. */
export default function readPages(paths: readonly string[]): ReadPage[] {
  return paths.map((path) => {
    const html = readFileSync(path, 'utf8');
    return { facts: readPage(html), html: validateHtml(html) };
  });
}
