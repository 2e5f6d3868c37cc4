import { expect, test } from 'vitest';
import { newVersionOf } from '../../../scripts/import/update-brief.ts';
import { publicationSample } from '../../brief-sample.ts';
import { briefText } from '../../check/brief-text.ts';

const now = '2026-01-02T00:00:00+00:00';

function versionOf(before: Record<string, string>, after: Record<string, string>): string {
  const texts = { earlier: briefText([], before), text: briefText(['Another text.'], after) };
  const version = newVersionOf('briefs/bridge.md', texts, publicationSample(), now);
  return 'problem' in version ? version.problem : version.text;
}

test('a source or an expectation that stands in both versions keeps what people added to it', () => {
  const before = {
    sources:
      '[{ title: Vote, url: https://example.org/vote, archive: https://archive.example/1 }, { title: Old, url: https://example.org/old }]',
    watch: '[{ by: 2026-05-31, expect: Work starts, outcome: missed, note: It is late. }]',
  };
  const after = {
    sources: '[{ title: The vote, url: https://example.org/vote }]',
    watch: '[{ by: 2026-05-31, expect: Work starts }, { by: 2027-05-31, expect: It opens }]',
  };
  const text = versionOf(before, after);
  for (const words of ['title: The vote', 'archive: https://archive.example/1', 'outcome: missed', 'note: It is late.', 'expect: It opens']) expect(text).toContain(words); // prettier-ignore
  expect(text).not.toContain('/old');
});

test('a text in another language takes the place of a draft, never of a published brief', () => {
  expect(versionOf({ lang: 'de' }, {})).toBe(
    'briefs/bridge.md is in another language (de) than the new text (en): give the new brief another name with --slug',
  );
  expect(versionOf({ lang: 'en-GB' }, {})).toContain('lang: en-GB');
  const draft = versionOf({ lang: 'de', status: 'draft' }, {});
  expect(draft).toContain('Another text.');
  expect(draft).not.toContain('lang:');
});

test('an entry without the field that names it takes nothing over, and loses nothing', () => {
  const before = {
    sources:
      '[{ title: Old }, { title: The study, url: https://a.example/, archive: https://archive.example/1 }]',
  };
  const text = versionOf(before, { sources: '[https://b.example/, { title: A talk }]' });
  for (const words of ['https://b.example/', 'title: A talk']) expect(text).toContain(words);
  expect(text).not.toMatch(/Old|archive/);
});
