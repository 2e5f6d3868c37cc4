import { expect } from 'vitest';
import { addressesOf } from '../../../src/brief/addresses.ts';
import type { Body, Section } from '../../../src/brief/brief.ts';
import { check } from '../../../src/check/check.ts';
import { parse } from '../../../src/markdown/parse.ts';
import { render } from '../../../src/markdown/render.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText } from '../../check/brief-text.ts';

const publication = publicationSample();

/** The first section of a valid `.mdx` brief with this text. */
export function renderMdx(text: string): Section {
  return renderBody(text).sections[0];
}

/** The whole text of such a brief, which may contain the publication's own components. */
export function renderBody(text: string, components: readonly string[] = []): Body {
  const draft = parse('briefs/small-bill.mdx', briefText([text]), publication, components);
  expect(check(draft, publication).diagnostics).toEqual([]);
  return render(draft, addressesOf(publication), new Map());
}

/** Code and marked text of each finding in an `.mdx` brief with this text. */
export function problemsOf(text: string): [string, string][] {
  const source = briefText([text]);
  const { diagnostics } = check(parse('briefs/small-bill.mdx', source, publication), publication);
  return diagnostics.map(({ code, range }) => [code, source.slice(range.start, range.end)]);
}
