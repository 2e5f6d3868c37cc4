import { describe, expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const unknown: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  Russian: [
    ['Что происходит?', 'Почему это важно?', 'Что дальше?', 'За заголовками'],
    [
      'Портовый совет во вторник проголосовал за повышение платы за стоянку на 12 процентов с января.',
      'Плату вносят около 340 рыболовных судов, и одиннадцать из них могут уйти.',
      'Обсуждение начнётся 9 января, а совет примет решение в марте.',
      'В последний раз плата росла в 2009 году.',
    ],
  ],
  Dutch: [
    ['Wat is er aan de hand?', 'Waarom is het belangrijk?', 'Wat nu?', 'Achter de koppen'],
    [
      'Het havenbestuur stemde dinsdag voor een verhoging van het liggeld met 12 procent vanaf januari.',
      'Ongeveer 340 boten betalen het liggeld, en elf van hen gaan misschien weg.',
      'De inspraak begint op 9 januari, en de raad beslist in maart.',
      'Het liggeld steeg voor het laatst in 2009.',
    ],
  ],
  Finnish: [
    ['Mitä tapahtuu?', 'Miksi se on tärkeää?', 'Mitä seuraavaksi?', 'Otsikoiden takana'],
    [
      'Satamalautakunta äänesti tiistaina siitä, että laiturimaksut nousevat 12 prosenttia tammikuusta alkaen.',
      'Maksun maksaa noin 340 venettä, ja niistä yksitoista on lähdössä.',
      'Kuuleminen alkaa 9. tammikuuta, ja valtuusto päättää maaliskuussa.',
      'Maksu nousi viimeksi vuonna 2009, kun polttoaine oli puolet halvempaa.',
    ],
  ],
  English: [
    ['The scene', 'The stakes', 'The calendar', 'The archive'],
    [
      'The harbour board voted on Tuesday to raise mooring fees by 12 percent from January.',
      'Some 340 fishing boats pay the fee, and eleven of them may leave.',
      'The port opens a consultation on 9 January, and the council rules in March.',
      'The fee last rose in 2009, when fuel cost half of what it costs now.',
    ],
  ],
};

describe.each(Object.entries(unknown))(
  'sections in %s whose headings are not known',
  (name, [headings, texts]) => {
    const draftOf = (levels: string): string =>
      `${levels} A harbour\n\n${headings.map((heading, at) => `## ${heading}\n\n${texts[at] ?? ''}`).join('\n\n')}\n`;

    test.each(['#', '##'])('keep their text below "%s", from which the summary is copied', async (level) => {
      const { markdown, draft } = await importText(draftOf(level), 'a.md');
      const [, , body = ''] = markdown.split(/^---$/m);
      for (const text of [...headings, ...texts]) expect(body).toContain(text);
      expect(draft.frontMatter?.values).toMatchObject({ summary: texts[0] });
    });

    test('are asked for, with what to write where', async () => {
      const { markdown, report } = await importText(draftOf('#'), 'a.md');
      expect(markdown).toContain('status: draft');
      const [asked] = report.questions;
      for (const heading of headings) expect(asked?.text).toContain(`"${heading}"`);
      expect(asked?.text).toContain('`headings:` in briefs/_site.yaml');
      expect(asked?.text).toContain(name === 'English' ? '`en: ["The scene", ' : name);
    });
  },
);

test('one unknown heading among known ones keeps its text, too', async () => {
  const [headings, texts] = unknown['English'] ?? [[], []];
  const known = [headings[0], headings[1], "What's Next?", 'Beyond the Headlines'];
  const text = known.map((heading, at) => `## ${heading ?? ''}\n\n${texts[at] ?? ''}\n\nMore.`).join('\n\n');
  const { markdown } = await importText(`# A harbour\n\n${text}\n\n## Extra\n\nMore.`, 'a.md');
  const [, , body = ''] = markdown.split(/^---$/m);
  for (const each of texts) expect(body).toContain(each);
});

const said = 'The harbour board voted on Tuesday to raise mooring fees by 12 percent';
const rest = `## Why It's Important?\n\nBoats leave.\n\n## What's Next?\n\nA vote.\n\n## Beyond the Headlines\n\nMore.`;

test.each([
  ` ([Reuters](https://reuters.example/a))`,
  ` ([Reuters](https://reuters.example/a), [the port](https://port.example/))`,
  ` ([example.org](https://example.org/minutes?utm_source=chatgpt.com))`,
  ` [example.org+1](https://example.org/coop)`,
  ` [[1]](https://example.org/coop)`,
  ` [Source](https://example.org/coop)`,
  ` (Source: Reuters)`,
  ` (Sources: [Reuters](https://reuters.example/a); port)`,
  ` (Quelle: dpa)`,
  ` (fonte: Ansa)`,
  ` (来源：新华社)`,
  ` (Reuters)`,
  ` (https://example.org/minutes)`,
  ` [1][2]`,
  ` [^1]`,
])('the summary leaves out the citation "%s", which stays in the text or the report', async (citation) => {
  for (const sentence of [`${said}${citation}.`, `${said}.${citation}`]) {
    const text = `# A harbour\n\n## What's Happening?\n\n${sentence}\n\n${rest}`;
    const { draft } = await importText(text, 'a.md');
    expect(draft.frontMatter?.values).toMatchObject({ summary: `${said}.` });
    const standfirst = await importText(`# A harbour\n\n**Summary:** ${sentence}\n\n## What's Happening?\n\nA vote.\n\n${rest}`, 'a.md'); // prettier-ignore
    expect(standfirst.draft.frontMatter?.values).toMatchObject({ summary: `${said}.` });
    const data = JSON.stringify({ title: 'A harbour', summary: sentence, whats_happening: 'A vote.', why_its_important: 'Boats leave.', whats_next: 'A vote.', beyond_the_headlines: 'More.' }); // prettier-ignore
    expect((await importText(data, 'a.json')).draft.frontMatter?.values).toMatchObject({
      summary: `${said}.`,
    });
  }
});

test.each([
  `${said} (up from 8).`,
  `${said} ([see the table](https://example.org/t) for each boat).`,
  `${said}, [the minutes](https://example.org/m) show.`,
  `${said}, the port (and Reuters) said.`,
])('the summary keeps the words of "%s"', async (sentence) => {
  const { draft } = await importText(`# A harbour\n\n## What's Happening?\n\n${sentence}\n\n${rest}`, 'a.md');
  const words = sentence.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  expect(draft.frontMatter?.values).toMatchObject({ summary: words });
});
