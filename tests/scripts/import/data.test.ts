import { expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const happening = 'The harbour board voted on Tuesday to raise mooring fees by 12 percent from January.';
const important = 'Some 340 fishing boats pay the fee, and eleven of them will leave.';

test('a title with a colon needs no quotation marks in a YAML file', async () => {
  const text = `title: Fees rise: a 12 percent rise\nwhats_happening: ${happening}\nwhy_its_important: |\n  ${important}\n`;
  const { draft, markdown } = await importText(text, 'a.yaml');
  expect(draft.frontMatter?.values).toMatchObject({ title: 'Fees rise: a 12 percent rise' });
  expect(markdown).toContain(`\n${important}\n`);
});

test.each([
  ['in a text', `{"title": "Fees rise", "whats_happening": "${happening}", "why_its_important": "Some`],
  ['after a text', `{"title": "Fees rise", "whats_happening": "${happening}"`],
])('JSON that is cut %s says that it ends early', async (_, text) => {
  await expect(importText(text, 'a.json')).rejects.toThrow('its JSON ends early');
});

test.each([
  [
    'in a list',
    '<sources><source url="https://example.org/minutes?a=1&amp;b=2">Board minutes</source></sources>',
  ],
  ['alone', "<source href='https://example.org/minutes?a=1&amp;b=2'>Board minutes</source>"],
])('the address of a source may stand in its tag: %s', async (_, tags) => {
  const text = `<brief><title>Fees rise</title><whats_happening>${happening}</whats_happening><why_its_important>${important}</why_its_important>${tags}</brief>`;
  const { draft } = await importText(text, 'a.txt');
  expect(draft.frontMatter?.values).toMatchObject({
    sources: [{ title: 'Board minutes', url: 'https://example.org/minutes?a=1&b=2' }],
  });
});

test.each(['Schlagworte', 'Stichworte', 'Schlagwörter'])('%s are topics', async (label) => {
  const text = `Titel: Hafen erhöht Gebühren\n${label}: hafen\n\n## Was passiert?\n\nDer Hafen erhöht im Januar die Gebühren.\n`;
  const { draft } = await importText(text, 'a.txt');
  expect(draft.frontMatter?.values).toMatchObject({ topics: ['hafen'] });
});
