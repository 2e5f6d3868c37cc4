import { expect, test } from 'vitest';
import type { Block } from '../../src/brief/blocks.ts';
import { compile } from '../../src/check/compile.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefText } from '../check/brief-text.ts';

const publication = publicationSample({ lang: 'en' });

/** The blocks of the first section of an `.mdx` brief. */
async function blocksOf(markdown: string): Promise<readonly Block[]> {
  const text = briefText([markdown]);
  const { compiled, diagnostics } = await compile({ file: 'briefs/a.mdx', text }, publication, [], () => Promise.reject(new Error('no image'))); // prettier-ignore
  if (!compiled) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return compiled.body.sections[0].blocks;
}

test.each<[string, string, Block[]]>([
  ['paragraphs, without struck words and notes', 'It was ~~large~~ *small*.[^1]\n\nTwo\nlines.\n\n[^1]: A note.', [{ kind: 'paragraph', text: 'It was small.' }, { kind: 'paragraph', text: 'Two lines.' }]],
  ['headings', '### What it cost\n\nLittle.', [{ kind: 'heading', text: 'What it cost' }, { kind: 'paragraph', text: 'Little.' }]],
  ['lists', '- One\n- **Two**', [{ kind: 'list', items: ['One', 'Two'] }]],
  ['numbered lists', '7. Seven\n8. Eight', [{ kind: 'list', items: ['Seven', 'Eight'], first: 7 }]],
  ['tasks', '- [x] Done\n- [ ] Not *yet*', [{ kind: 'list', items: ['☑ Done', '☐ Not yet'] }]],
  ['lists in lists', '1. One\n   - Inner\n     - Deep\n2. Two\n3. Three', [{ kind: 'list', items: ['One'], first: 1 }, { kind: 'list', items: ['Inner'], depth: 1 }, { kind: 'list', items: ['Deep'], depth: 2 }, { kind: 'list', items: ['Two', 'Three'], first: 2 }]],
  ['lines of code', '```python\nfor i in x:\n  print(i)\n```', [{ kind: 'paragraph', text: 'for i in x:' }, { kind: 'paragraph', text: '\u00a0\u00a0print(i)' }]],
  ['quotations', '> We were surprised.', [{ kind: 'quote', text: 'We were surprised.' }]],
  ['tables', '| Model | Cost |\n| --- | --: |\n| R1 | $294,000 |', [{ kind: 'table', rows: [['Model', 'Cost'], ['R1', '$294,000']], hasHead: true }]],
  ['<Quote>', '<Quote who="Ada">\n\nWords.\n\n</Quote>', [{ kind: 'quote', text: 'Words.', by: 'Ada' }]],
  ['<Figure>', '<Figure value="44" label="countries" />', [{ kind: 'figure', value: '44', label: 'countries' }]],
  ['<Timeline>', '<Timeline>\n\n- 2024-08-01: Entry into force\n\n</Timeline>', [{ kind: 'list', items: ['1 August 2024: Entry into force'] }]],
  ['<Compare>', '<Compare>\n<Side title="Then">\n\nOne.\n\n</Side>\n<Side title="Now">\n\nTwo.\n\n</Side>\n</Compare>', [{ kind: 'heading', text: 'Then' }, { kind: 'paragraph', text: 'One.' }, { kind: 'heading', text: 'Now' }, { kind: 'paragraph', text: 'Two.' }]],
  ['callouts', '> [!NOTE]\n> Mind this.', [{ kind: 'heading', text: 'Note:' }, { kind: 'paragraph', text: 'Mind this.' }]],
])('%s keep their form', async (_, markdown, blocks) => {
  expect(await blocksOf(markdown)).toEqual(blocks);
}); // prettier-ignore

test('a chart has its drawing: bars as fractions of the width, with their labels', async () => {
  const [chart] = await blocksOf('<Chart type="bar" title="Coal" unit="%" data="2012: 40, 2020: 10" />');
  if (chart?.kind !== 'chart') throw new Error('Expected a chart');
  expect(chart.title).toBe('Coal');
  expect(chart.shapes.filter(({ shape }) => shape === 'bar').map((part) => 'width' in part && part.width)).toEqual([1, 0.25]); // prettier-ignore
  const words = chart.shapes.flatMap((part) =>
    part.shape === 'text' ? [`${part.anchor} ${part.text}`] : [],
  );
  expect(words).toEqual(['start 2012', 'end 40%', 'start 2020', 'end 10%']);
  const [line] = await blocksOf(
    '<Chart type="line" title="Coal" unit="%" from="10" data="2012: 40, 2020: 10" />',
  );
  expect(line?.kind === 'chart' && line.title).toBe('Coal');
  expect(line?.kind === 'chart' && line.shapes.filter((part) => part.shape === 'line' && part.role === 'path')).toHaveLength(1); // prettier-ignore
  expect(line?.kind === 'chart' && line.shapes.filter(({ shape }) => shape === 'dot')).toHaveLength(2);
});
