import { expect, test } from 'vitest';
import { checkText } from '../../check/brief-text.ts';
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

const answer = JSON.stringify({ title: 'Fees rise', sections: { whats_happening: happening, why_its_important: important, whats_next: 'A vote.', beyond_the_headlines: 'It is old.' } }); // prettier-ignore

test('an answer that was cut anywhere in its last sections is never read as text', async () => {
  for (let end = answer.indexOf('whats_next'); end < answer.length; end += 7)
    for (const start of ['', 'Here it is:\n\n```json\n'])
      await expect(importText(start + answer.slice(0, end), '')).rejects.toThrow('its JSON ends early');
});

test('an answer with a quotation mark too many says where it is broken', async () => {
  await expect(importText(answer.replace('A vote.', 'A "vote".'), '')).rejects.toThrow(/its JSON is broken at line 1, column \d+; ask/); // prettier-ignore
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

test('a picture on the web is not fetched: the brief, its report and its problems say what to do', async () => {
  const advice = 'download it to briefs/pictures/ and write ';
  const image = { url: 'https://x.example/Lake.JPG?w=9', alt: 'A lake', credit: 'Ada' };
  const sections = { whats_happening: 'A.\n\n![A “gate”](https://x.example/a.png "Ada")', why_its_important: 'B.', whats_next: 'C.', beyond_the_headlines: 'D.' }; // prettier-ignore
  const { markdown, report } = await importText(
    JSON.stringify({ title: 'A bill', image, ...sections }),
    'a.json',
  );
  const written = [
    `${advice}![A “gate”](./pictures/a.png "Ada"), if you have the right to use it`,
    `${advice}image: {"src":"./pictures/lake.jpg","alt":"A lake","credit":"Ada"} in the front matter, if you have the right to use it`,
  ];
  for (const each of written) expect(markdown).toContain(`: ${each} -->`);
  expect(report.commented.map(({ why }) => why)).toEqual(Array.from(written, () => 'image to add beside the brief')); // prettier-ignore
  const { diagnostics } = checkText(markdown);
  expect(diagnostics.filter(({ code }) => code === 'imported-comment').map(({ note }) => note?.text)).toEqual(
    written.map((each) => `${each}; then delete the comment, "<!--" to "-->"`),
  );
});

test('figures and topics beyond what a brief has are reported', async () => {
  const figures = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: `label ${value}` }));
  const topics = Array.from({ length: 13 }, (_, at) => `topic-${at}`);
  const sections = ["What's Happening?", "Why It's Important?", "What's Next?", 'Beyond the Headlines'];
  const body = sections.map((heading) => ({ heading, text: 'A sentence of it.' }));
  const draft = JSON.stringify({ title: 'A bridge closes', figures, topics, sections: body });
  const { markdown, report } = await importText(draft, 'a.json');
  expect(markdown).toContain('label 4');
  const left = report.dropped.map(({ text }) => text).join('\n');
  for (const words of ['label 5', 'topic-12']) expect(left).toContain(words);
  expect(left).not.toMatch(/label 4|topic-11/);
});
