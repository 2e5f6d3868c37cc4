import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/brief/blocks.ts';
import { firstSentence, firstStatement } from '../../src/markdown/sentences.ts';

describe('the first sentence', () => {
  it.each([
    ['One. Two.', 'en', 'One.'],
    ['One! Two?', 'en', 'One!'],
    ['No end', 'en', 'No end'],
    ['', 'en', ''],
    ['One line\nAnother.', 'en', 'One line'],
    ['The U.S. Congress votes. Then it rests.', 'en', 'The U.S. Congress votes.'],
    ['It cost $2.9 million. More follows.', 'en', 'It cost $2.9 million.'],
    ['“It was cheap.” He left.', 'en', '“It was cheap.”'],
    ['J. R. Smith leads it. He is new.', 'en', 'J. R. Smith leads it.'],
    ['它很便宜。其他公司更贵。', 'zh-Hans', '它很便宜。'],
    ['安い。高い。', 'ja', '安い。'],
    ['यह सस्ता है। वह महंगा है।', 'hi', 'यह सस्ता है।'],
    ['هل هو رخيص؟ نعم.', 'ar', 'هل هو رخيص؟'],
  ])('of %j (%s) is %j', (text, language, sentence) => {
    expect(firstSentence(text, language)).toBe(sentence);
  });
});

describe('the first statement of a section', () => {
  const chart: Block = { kind: 'chart', title: 'Coal', height: 40, shapes: [] };
  const list: Block = { kind: 'list', items: ['A vote in May. It is open.', 'A ruling'] };
  const said = (kind: 'paragraph' | 'heading' | 'quote', text: string): Block => ({ kind, text });
  it.each<[string, readonly Block[], string]>([
    ['of a paragraph', [said('paragraph', 'They vote. They rest.')], 'They vote.'],
    ['below a heading', [said('heading', 'In May'), said('paragraph', 'They vote.')], 'They vote.'],
    ['in a list that is announced', [said('paragraph', 'Watch for this:'), list], 'A vote in May.'],
    ['of a task', [{ kind: 'list', items: ['☐ Pay them. Soon.'] }], 'Pay them.'],
    ['behind a chart', [chart, said('paragraph', 'Coal ends.')], 'Coal ends.'],
    ['in a quotation', [said('quote', 'We wait. Always.')], 'We wait.'],
    ['of a chart alone', [said('paragraph', '图表：'), chart], ''],
    ['of nothing', [], ''],
  ])('%s', (_, blocks, statement) => {
    expect(firstStatement(blocks, 'en')).toBe(statement);
  });
});
