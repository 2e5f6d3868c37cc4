import { readFileSync } from 'node:fs';
import { validateHtml } from './html-rules.ts';
import { readPage, type PageFacts } from './page-facts.ts';

/** A page as a worker has read it. */
export interface ReadPage {
  readonly facts: PageFacts;
  /** What is wrong with it as HTML. */
  readonly html: readonly string[];
}

/** Reads and validates pages; this takes nearly all of the time. */
export default function readPages(paths: readonly string[]): ReadPage[] {
  return paths.map((path) => {
    const html = readFileSync(path, 'utf8');
    return { facts: readPage(html), html: validateHtml(html) };
  });
}
