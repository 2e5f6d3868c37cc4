import { describe, expect, test } from 'vitest';
import { importText } from './import-sample.ts';

const happening = 'The harbour board voted on Tuesday to raise mooring fees by 12 percent from January.';
const important = 'Some 340 fishing boats pay the fee, and eleven of them will leave.';
const next = 'The port opens a consultation on 9 January.';
const beyond = 'The fee last rose in 2009, when fuel cost half of what it costs now.';
const title = 'Harbour board raises mooring fees';
const sections = [
  { heading: 'What’s Happening?', content: happening },
  { heading: "Why It's Important?", content: important },
  { heading: "What's Next?", content: next },
  { heading: 'Beyond the Headlines', content: beyond },
];
const markdown = [`# ${title}`, ...sections.map(({ heading, content }) => `## ${heading}\n\n${content}`)].join('\n\n'); // prettier-ignore
const straight = markdown.replace('’', "'");
const json = JSON.stringify({ title, sections });
const quoted = straight.replace(/^/gm, '> ');

describe('what programs put around a draft', () => {
  test.each([
    [
      'a list of sections in a code block',
      `Here is the JSON:\n\n\`\`\`json\n${json.replace('’', "'")}\n\`\`\`\n`,
      'a.md',
    ],
    ['Markdown as one JSON string', JSON.stringify(straight), 'a.txt'],
    ['Markdown as a JSON file', JSON.stringify(straight), 'a.json'],
    ['an answer with choices', JSON.stringify({ choices: [{ message: { content: straight } }] }), 'a.json'],
    ['an answer with parts', JSON.stringify({ content: [{ type: 'text', text: straight }] }), 'a.json'],
    ['a quotation below a line', `Here you go:\n\n${quoted}\n`, 'a.md'],
    ['quotation marks', `"""\n${straight}\n"""\n`, 'a.md'],
    ['quotation marks below a line', `Here you go:\n\n"""markdown\n${straight}\n"""\n`, 'a.txt'],
  ])('is taken away: %s', async (_, text, file) => {
    const { draft, markdown: written } = await importText(text, file);
    expect(draft.frontMatter?.values).toMatchObject({ title });
    for (const each of [happening, important, next, beyond]) expect(written).toContain(`\n${each}\n`);
    expect(written).not.toMatch(/Here you go|"""|^> /m);
  });
});
