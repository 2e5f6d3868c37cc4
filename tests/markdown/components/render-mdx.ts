import { expect } from 'vitest';
import { addressesOf } from '../../../src/brief/addresses.ts';
import type { Body, Section } from '../../../src/brief/brief.ts';
import { check } from '../../../src/check/check.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { render } from '../../../src/markdown/render.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText } from '../../check/brief-text.ts';

const publication = publicationSample();

/** The first section of a valid `.mdx` brief with this text in it. */
export function renderMdx(text: string): Section {
  return renderBody(text).sections[0];
}

/** The whole text of such a brief, in which components of the publication's own may stand. */
export function renderBody(text: string, components: readonly string[] = []): Body {
  const draft = parse('briefs/small-bill.mdx', briefText([text]), publication, components);
  expect(check(draft, publication).diagnostics).toEqual([]);
  return render(draft, addressesOf(publication), new Map());
}

/** Code of each problem that an `.mdx` brief with this text has, and what stands at its place. */
export function problemsOf(text: string): [string, string][] {
  const source = briefText([text]);
  const { diagnostics } = check(parse('briefs/small-bill.mdx', source, publication), publication);
  return diagnostics.map(({ code, range }) => [code, source.slice(range.start, range.end)]);
}
