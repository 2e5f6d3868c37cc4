import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codes, type Code } from '../../src/diagnostics/codes.ts';
import { addressesOf } from '../../src/brief/addresses.ts';
import { isStanding } from '../../src/brief/briefs-folder.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { check } from '../../src/check/check.ts';
import { parse } from '../../src/markdown/parse.ts';
import { render } from '../../src/markdown/render.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject } from '../build/test-project.ts';
import { damage } from '../damage.ts';
import { briefText, checkText } from './brief-text.ts';

const publication = publicationSample();
const fixtures = fileURLToPath(new URL('../fixtures/diagnostics/', import.meta.url));

/** What each error of a brief is in a draft. */
const inDrafts: Partial<Record<Code, 'error' | 'warning'>> = {
  // Cannot be read, or leaves open whether it is a draft.
  'file-encoding': 'error',
  'front-matter-alias': 'error',
  'front-matter-syntax': 'error',
  'conflict-unresolved': 'error',
  'mdx-syntax': 'error',
  'nesting-depth': 'error',
  // Code, HTML, and what disguises a text.
  'control-character': 'error',
  'mdx-code': 'error',
  'raw-html': 'error',
  // Not finished yet.
  'file-extension': 'warning',
  'file-slug': 'warning',
  'field-comment': 'warning',
  'field-date': 'warning',
  'field-language': 'warning',
  'field-length': 'warning',
  'field-missing': 'warning',
  'field-slug': 'warning',
  'field-type': 'warning',
  'field-unknown': 'warning',
  'field-url': 'warning',
  'field-value': 'warning',
  'author-program': 'warning',
  'author-unknown': 'warning',
  'date-order': 'warning',
  'watch-outcome': 'warning',
  'section-empty': 'warning',
  'section-heading': 'warning',
  'section-missing': 'warning',
  'section-order': 'warning',
  'section-preamble': 'warning',
  'section-repeated': 'warning',
  'section-unknown': 'warning',
  'editor-mark': 'warning',
  'fence-unclosed': 'warning',
  'footnote-in-link': 'warning',
  'footnote-label': 'warning',
  'footnote-missing': 'warning',
  'heading-empty': 'warning',
  'heading-missing': 'warning',
  'image-alt': 'warning',
  'image-file': 'warning',
  'image-literal': 'warning',
  'imported-comment': 'warning',
  'link-address': 'warning',
  'link-empty': 'warning',
  'mdx-attribute': 'warning',
  'mdx-component': 'warning',
  'mdx-content': 'warning',
  'model-left-over': 'warning',
  placeholder: 'warning',
  'reference-missing': 'warning',
  'alias-taken': 'warning',
  'brief-missing': 'warning',
  'page-missing': 'warning',
  'slug-duplicate': 'warning',
  'translation-chain': 'warning',
  'translation-language': 'warning',
};

/** Errors of other files, of what is published, of cards (tested there), and of files too large or too strange to read. */
const others: readonly Code[] = [
  ...(['address-taken', 'look-file', 'public-icon', 'public-secret', 'settings-code'] as const),
  ...(['brief-gone', 'brief-hidden', 'brief-unpublished', 'identity-changed'] as const),
  ...(['card-size', 'card-text'] as const),
  ...(['file-kind', 'file-link', 'file-size', 'markup-amount'] as const),
  // Without fields, or with another status, a brief is no draft.
  ...(['front-matter-missing', 'withdrawn-notice'] as const),
];

describe('an error in a draft', () => {
  it('is decided for every code', () => {
    const errors = Object.entries(codes).flatMap(([code, severity]) => (severity === 'error' ? [code] : []));
    expect([...Object.keys(inDrafts), ...others].sort()).toEqual(errors.sort());
  });

  it.each(Object.entries(inDrafts))('with the code %s counts as its %s', async (code, severity) => {
    const drafts = draftsIn(join(fixtures, code, 'briefs'));
    const alone = drafts.flatMap(({ file, bytes }) => check(parse(file, bytes.toString(), publication), publication).diagnostics); // prettier-ignore
    const found = alone.some((each) => each.code === code) ? alone : await diagnosticsOf(drafts);
    const severities = found.flatMap((each) =>
      each.code === code && each.isUnsafe !== true && !isStanding(each.file) ? [each.severity] : [],
    );
    expect(new Set(severities)).toEqual(new Set([severity]));
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'https://bank.example@evil.test/'])(
    'is one where an address is %s',
    (address) => {
      const { diagnostics } = checkText(briefText([`[a](${address})`], { status: 'draft' }));
      expect(diagnostics).toMatchObject([{ code: 'link-address', severity: 'error' }]);
    },
  );
});

describe('a draft without errors', () => {
  it('is shown, whatever is unfinished in it', () => {
    const text = briefText(['One.[^1]\n\n[^1]: A note.\n\n![A chip](chip.png)'], { status: 'draft' });
    let shown = 0;
    fc.assert(
      fc.property(damage, fc.constantFrom('md', 'mdx'), (change, ending) => {
        const draft = parse(`briefs/small-bill.${ending}`, change(text), publication);
        const { fields } = check(draft, publication);
        if (fields?.status !== 'draft') return;
        render(draft, addressesOf(publication), new Map());
        shown += 1;
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(50);
  });
});

interface File {
  readonly file: string;
  readonly bytes: Buffer;
}

/** The briefs in a folder, each with the status of a draft if it had none. */
function draftsIn(folder: string): File[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry): File[] => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const file = `briefs/${relative(folder, path)}`;
    // Some are not in UTF-8.
    const text = readFileSync(path).toString('latin1');
    const isDraft = isStanding(file) || /^status: draft/m.test(text);
    const draft = isDraft ? text : text.replace(/^(\W*---\r?\n)/, '$1status: draft\n');
    return [{ file, bytes: Buffer.from(draft, 'latin1') }];
  });
}

async function diagnosticsOf(files: readonly File[]): Promise<readonly Diagnostic[]> {
  using testProject = openTestProject();
  for (const { file, bytes } of files) testProject.write(file, bytes);
  const { diagnostics } = await testProject.load({ audience: 'editors' });
  return diagnostics.filter(({ isOfDraft }) => isOfDraft);
}
