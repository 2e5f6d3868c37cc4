import { describe, expect, it } from 'vitest';
import { firstSentence } from '../../src/markdown/sentences.ts';

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
