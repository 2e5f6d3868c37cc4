import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, spokenIn } from '../../src/markdown/boilerplate.ts';
import { anyText } from '../any-text.ts';
import { briefText, codesOf } from '../check/brief-text.ts';
import { cpuTime } from '../cpu-time.ts';

const said = [
  'As an AI language model, I cannot give advice.',
  'As a large language model, I have no opinion on this.',
  'As an AI assistant developed by OpenAI, I must be careful.',
  'The sum is small. As an AI, I can’t verify it.',
  'I cannot browse the internet, but the sum is small.',
  "I don't have access to real-time data.",
  'As of my last knowledge update in September 2021, the sum was small.',
  'This lies beyond my knowledge cutoff.',
  'Certainly! Here is the brief you asked for:',
  'Sure, here’s a summary.',
  'Of course! Below is the text.',
  'Of course, here is the revised version of your brief.',
  'Sure, here you go.',
  'Sure, here’s a short summary of it.',
  'Certainly. I would be happy to help.',
  'If you like, I can also rewrite it as a list.',
  'Bien sûr, voici le résumé.',
  'Natürlich, hier ist die überarbeitete Fassung.',
  "Here's a revised version of your brief:",
  'The sum is small. I hope this helps!',
  'Let me know if you’d like me to shorten it.',
  'Would you like me to add a table?',
  'If you want, I can turn this into a thread.',
  'I apologize for the confusion.',
  'Reported by [Your Name]',
  'Contact: [Your Company Name]',
  'Regenerate response',
  'ChatGPT said:',
  'Como modelo de lenguaje de IA, no tengo acceso a datos en tiempo real.',
  '¡Claro! Aquí tienes el resumen.',
  'Hasta mi última actualización, la suma era pequeña.',
  'En tant que modèle de langage, je ne peux pas naviguer sur Internet.',
  'Bien sûr ! Voici le résumé.',
  'J’espère que cela vous aidera.',
  'Als KI-Sprachmodell kann ich das nicht beurteilen.',
  'Als Sprachmodell habe ich dazu keine Meinung.',
  'Natürlich! Hier ist die Zusammenfassung.',
  'Ich hoffe, das hilft!',
  'Como um modelo de linguagem, não posso navegar na internet.',
  'Claro! Aqui está o resumo.',
  'In quanto modello linguistico, non posso dare consigli.',
  'Certo! Ecco il riassunto.',
  'एक एआई भाषा मॉडल के रूप में, मैं राय नहीं दे सकता।',
  'ज़रूर! यहाँ सारांश है।',
  'بصفتي نموذجًا لغويًا، لا يمكنني تصفح الإنترنت.',
  'بالتأكيد! إليك الملخص.',
  '作为一个人工智能语言模型，我无法提供意见。',
  '当然！以下是摘要。',
  '希望以上内容对您有帮助。',
  'AI言語モデルとして、私は意見を述べることができません。',
  '承知しました。以下が要約です。',
  'お役に立てれば幸いです。',
  'The sum is small.citeturn0search3',
  'The sum is small \ue200cite\ue202turn1news0\ue201.',
  'The sum is small :contentReference[oaicite:0]{index=0}.',
  'The sum is small【4:0†source】.',
  'The sum is small [cite_start]and[cite: 12].',
  'See [the paper](https://www.nature.com/articles/1?utm_source=chatgpt.com).',
  'See https://www.nature.com/articles/1?a=b&utm_source=perplexity today.',
];

/** Reporting about such programs, and text that only looks similar. */
const reported = [
  'As an AI language model, GPT-4 can write essays.',
  'As a language model, R1 costs little, and my source says so.',
  'As an AI researcher, I would say that the sum is small.',
  'Asked for its opinion, the model said: “As an AI language model, I cannot have one.”',
  '"I hope this helps," it added. "Let me know if you need more."',
  '> Certainly! Here is your essay.',
  'The sentence `As an AI language model, I` gave it away.',
  '    Sure, here is the code',
  'Users cannot browse the internet in North Korea.',
  'Here is a summary of the proposals:',
  'Here is the revised version of the bill, as adopted on Monday.',
  'Certainly, the sum is small. Of course it is.',
  'Of course, here is the rub: it costs.',
  'Of course, here is the list of demands.',
  'Sure, I have doubts.',
  'If you like, I can come, he said.',
  'If you want, I can write to them, the minister offered.',
  'Bien sûr, voici le hic.',
  'Natürlich, hier ist der Haken.',
  'It wrote: ‘Certainly! Here is your essay, and don’t worry.’',
  "It wrote: 'I hope this helps! It's done.'",
  'Es schrieb: ‚Ich hoffe, das hilft!‘',
  'Il a écrit : ‹ Bien sûr ! Voici le résumé. ›',
  'Sure, the sum is small; here is why.',
  'The ministry let me know if the plan changed.',
  'Officials hope this helps farmers.',
  'The update of the model came as of last week, and its knowledge ends in 2023.',
  'Readers would like me to explain.',
  'The regulator asks providers to mark AI-generated content.',
  'In turn, 10 of them searched; turn 0 is the first.',
  'Cite turn-by-turn news from [1].',
  'See [a page](https://example.com/?utm_source=newsletter).',
  'See [chatgpt.com](https://chatgpt.com/) and [its help](https://help.openai.com/?q=utm).',
  'Como modelo de lenguaje, GPT-4 puede escribir ensayos.',
  'Claro que aquí hay un resumen.',
  'No puedo navegar, dijo el capitán.',
  'En tant que modèle de langage, GPT-4 écrit des essais.',
  'Als Sprachmodell kann GPT-4 Texte schreiben.',
  'Natürlich ist hier alles anders.',
  'Como modelo de linguagem, o GPT-4 pode escrever.',
  'Come modello linguistico, GPT-4 può scrivere.',
  'एक भाषा मॉडल के रूप में GPT-4 निबंध लिख सकता है।',
  'نموذج لغوي كبير من الصين.',
  '作为语言模型，GPT-4可以写作。',
  '当然，总额很小。',
  '言語モデルとして、GPT-4は文章を書ける。',
  'もちろん、総額は小さい。',
];

const leftOvers = (text: string): string[] =>
  codesOf(briefText([text])).filter((code) => code === 'model-left-over');

describe('what a chat program left', () => {
  it.each(said)('is found in %j', (text) => {
    expect(leftOvers(text)).not.toEqual([]);
  });

  it.each(reported)('is not found in %j', (text) => {
    expect(leftOvers(text)).toEqual([]);
  });

  it('is not found in the briefs that ship', () => {
    const folder = new URL('../../briefs/', import.meta.url);
    for (const file of readdirSync(folder).filter((name) => /\.mdx?$/.test(name))) {
      const text = readFileSync(new URL(file, folder), 'utf8');
      expect([...spokenIn(text), ...marksIn(text)]).toEqual([]);
    }
  });

  it('is found in any text, once at each position', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom(...said))), (texts) => {
        const text = texts.join('. ');
        const found = [...spokenIn(text)];
        for (const { words, index } of found) expect(text.startsWith(words, index)).toBe(true);
        expect(new Set(found.map(({ index }) => index)).size).toBe(found.length);
      }),
      { numRuns: 200 },
    );
  });

  it('is found quickly in a long text', () => {
    const started = cpuTime();
    for (const text of [
      'as an ai '.repeat(20_000),
      '。'.repeat(100_000),
      'turn0'.repeat(40_000),
      '"'.repeat(99_999),
      "'a ".repeat(30_000),
      'writers’ x '.repeat(20_000),
      '‘a s’ x '.repeat(20_000),
    ]) {
      expect([...spokenIn(text), ...marksIn(text)]).toEqual([]);
      expect(leftOvers(text)).toEqual([]);
    }
    expect(cpuTime() - started).toBeLessThan(3000);
  });
});
