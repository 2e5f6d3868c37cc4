import { describe, expect, it } from 'vitest';
import { isCourtesyBefore } from '../../../scripts/import/conversation.ts';
import { importText } from './import-sample.ts';

const text = (last: string): string => `# Freight Ships Pay More

## What's Happening?

The port raised its toll by a quarter in March.

## Why It Matters

It is the first rise since 2010.

## The Big Picture

Other ports did the same last year.

## What's Next?

${last}
`;

describe('the last paragraph of a draft', () => {
  it.each([
    '**Note:** The figures leave out leisure boats; please check the tariff at the gate.',
    'I hope this helps, the minister wrote to the boats’ owners, who did not answer.',
    'This report was written with help of AI, the board admitted, and contains errors.',
    'Would you like to pay less? The board’s petition page asks visitors just that.',
    'Feel free to disagree, the mayor said.',
    '“Let me know if you want to leave,” the harbour master told owners.',
    'Tags: none of the boats carried one.',
  ])('stays if it reports or says more than a courtesy: %s', async (last) => {
    for (const end of [last, `The board meets in May.\n\n${last}`]) {
      const { markdown } = await importText(text(end), 'ships.md');
      expect(markdown.split("## What's Next?")[1]).toContain(last.slice(-30));
    }
  });

  it.each([
    'I hope this helps! Let me know if you want a shorter version.',
    'Would you like me to shorten it? I can also add sources.',
    'Note: please verify all figures before publishing.',
    'Feel free to ask for changes.',
    'Tags: port, ships and tolls',
  ])('goes if it only hands the draft over: %s', async (last) => {
    const { markdown } = await importText(text(`The board meets in May.\n\n${last}`), 'ships.md');
    expect(markdown.split("## What's Next?")[1]).not.toContain(last.slice(-30));
  });
});

describe('a doubt of the program about a fact', () => {
  it.each([
    "**Note:** I couldn't verify the figure of 340 boats; please double-check before publishing.",
    'Please note that I was unable to confirm the date of the vote.',
    'Hinweis: Ich konnte die Zahl von 340 Booten nicht überprüfen.',
    "Note : je n'ai pas pu vérifier le chiffre de 340 bateaux.",
    'Nota: no he podido verificar la cifra de 340 barcos.',
    'Nota: não consegui confirmar o número de 340 barcos.',
    'Nota: non sono riuscito a verificare il dato di 340 barche.',
    'नोट: मैं 340 नावों का आँकड़ा सत्यापित नहीं कर सका।',
    'ملاحظة: لم أتمكن من التحقق من عدد القوارب البالغ 340.',
    '注：我无法核实340艘渔船这一数字。',
    '※公開前に、340隻という数値をご確認ください。出典は確認できませんでした。',
  ])('is a question for the writer: %s', async (last) => {
    const { report, markdown } = await importText(text(`The board meets in May.\n\n${last}`), 'ships.md');
    const asked = report.questions.map((each) => each.text.replace('question for you: ', ''));
    expect(asked).toHaveLength(1);
    expect(last.replaceAll('**', '')).toContain(asked[0]);
    expect(markdown).toContain('status: draft');
  });

  it('is none in general', async () => {
    const last = 'Note: please verify all figures before publishing.';
    const { report } = await importText(text(`The board meets in May.\n\n${last}`), 'ships.md');
    expect(report.questions).toEqual([]);
  });
});

describe('the first paragraph of a draft', () => {
  it.each([
    'Voici le brief :',
    'Voici votre note de synthèse.',
    'Certo! Ecco la bozza richiesta.',
    'Aquí tienes el borrador.',
    'Aqui está o resumo solicitado:',
    'Hier ist der überarbeitete Entwurf.',
    '以下是文章：',
    'ChatGPT dijo:',
    'Hello everyone,',
  ])('hands it over: %s', (line) => {
    expect(isCourtesyBefore(line)).toBe(true);
  });

  it.each([
    'Voici ce que contient le texte adopté lundi par le conseil municipal.',
    'Ecco cosa prevede il testo approvato lunedì.',
    'Grazie al nuovo testo, il porto incassa 18 milioni.',
    'Hier ist der Streit um den Text des Abkommens entbrannt.',
    'Este es el texto que cambia el puerto para siempre.',
    'Segue o impasse sobre o texto da lei.',
    'Natürlich kostet das mehr, hier im Hafen.',
    'Claro está que el texto no te gusta.',
    '当然，我们反对。',
    'Perfect, said the mayor: your turn.',
  ])('may be its standfirst: %s', (line) => {
    expect(isCourtesyBefore(line)).toBe(false);
  });
});
