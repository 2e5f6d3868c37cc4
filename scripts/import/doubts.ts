import { askedOfPerson } from './comment.ts';
import { around, courtesy, type Aside, type Dropped } from './document-source.ts';

/** Asks the writer what the program said that it could not check: with its words the warning would be lost. */
export function doubtsIn(dropped: readonly Dropped[]): Aside[] {
  return dropped
    .filter(({ what }) => what === courtesy || what === around)
    .flatMap(({ text }) => text.split(/(?<=[.!?।؟])\s+|(?<=[。！？])|\n+/))
    .map((sentence) => sentence.replace(/\*\*|__/g, '').trim())
    .filter((sentence) => doubts.some((doubt) => doubt.test(sentence)))
    .map((sentence) => ({ why: askedOfPerson, text: `${askedOfPerson}: ${sentence}` }));
}

const doubts: readonly RegExp[] = [
  /\bI(?: could(?: not|n['’]t)| can(?:not|['’]t| not)| was(?: not|n['’]t) able to| was unable to| am unable to|['’]m unable to| did(?: not|n['’]t)| have(?: not|n['’]t)|['’]ve not)(?: \w+ly)? (?:verif|confirm|check|find|found|locate)|\bI(?: am|['’]m) (?:not (?:sure|certain)|unsure|uncertain)\b|\b(?:figures?|numbers?|dates?|quot\w+|claims?) (?:\w+ ){0,8}(?:could not be|couldn['’]t be|(?:is|are|remains?) (?:un|not )) ?(?:verified|confirmed)\b/i,
  /(?<!\p{L})(?:konnte|kann) ich(?!\p{L}).{1,80}\bnicht\b.{0,30}(?:prüf|verifizier|bestätig|find|beleg)|ich (?:konnte|kann|habe)(?!\p{L}).{1,80}\bnicht\b.{0,30}(?:prüf|verifizier|bestätig|find|fund|beleg)/iu,
  /je n'ai pas (?:pu|réussi à) (?:vérifier|confirmer|trouver|recouper)|je ne (?:peux|suis) pas (?:vérifier|confirmer|certaine?)/iu,
  /no (?:pude|he podido|he logrado|logré|puedo) (?:verificar|confirmar|encontrar|comprobar)|no estoy segur[oa]/iu,
  /não (?:pude|consegui|posso|consigo) (?:verificar|confirmar|encontrar)|não tenho certeza/iu,
  /non (?:ho potuto|sono riuscit[oa] a|posso|riesco a) (?:verificare|confermare|trovare)|non sono sicur[oa]/iu,
  /मैं .{1,80}(?:सत्यापित|पुष्टि|जाँच|जांच).{0,12}नहीं|मुझे .{1,80}नहीं मिल/u,
  /لم (?:أتمكن|أستطع) (?:من )?(?:التحقق|تأكيد|التأكد|العثور|إيجاد)/u,
  /(?:我|未能|无法|没能).{0,6}(?:核实|确认|验证|查证|查到|找到)/u,
  /(?:確認|検証|裏付け)(?:が|は|を)?(?:でき(?:ません|ていません|ず|なかった)|取れ(?:ません|ていません))|見つかりませんでした/u,
];
