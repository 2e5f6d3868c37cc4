/** The block from which on a mail program or the page of a chat added something below a draft: a signature, related questions. */
export function appendedFrom(blocks: readonly string[]): number {
  for (let at = Math.max(1, blocks.length - 3); at < blocks.length; at += 1) {
    const lines = blocks
      .slice(at)
      .flatMap((block) => block.split('\n'))
      .map((line) => line.replace(/^[\s*_>]+|[\s*_]+$/g, ''))
      .filter((line) => line !== '');
    if (isSignature(lines) || areRelated(lines)) return at;
  }
  return blocks.length;
}

/** "Kind regards" with a name, an office and a number at most. */
function isSignature([first = '', ...others]: readonly string[]): boolean {
  if (device.test(first)) return others.length === 0;
  return (
    valediction.test(first) &&
    others.length <= 4 &&
    others.every((line) => line.length <= 60 && !/[.!?]$/.test(line))
  );
}

const valediction =
  /^(?:(?:(?:all the )?best|kind(?:est)?|warm(?:est)?)(?: regards| wishes)?|regards|many thanks|thanks(?: again| so much| a lot)?|thank you|cheers|sincerely|yours(?: sincerely| faithfully| truly)?|(?:viele|liebe|beste|schöne|herzliche) grüße|mit (?:freundlichen|besten) grüßen|lg|mfg|danke|(?:bien )?cordialement|bien à (?:vous|toi)|amicalement|merci(?: d'avance)?|(?:un )?saludos?(?: cordial(?:es)?)?|atentamente|(?:muchas )?gracias|atenciosamente|cumprimentos|abraços?|obrigad[oa]|(?:cordiali )?saluti|(?:un )?saluto|grazie(?: mille)?|धन्यवाद|सादर|مع التحية|شكراً?|此致|谢谢|よろしくお願い(?:いた)?します)[,，、!.。]?$/iu;
const device =
  /^(?:sent (?:from|via) (?:my )?\S.{0,30}|(?:von meinem|von meiner) .{2,20} gesendet|envoyé (?:de|depuis) mon .{2,20}|enviado desde mi .{2,20}|enviado do meu .{2,20}|inviato da(?:l mio)? .{2,20})$/iu;

/** "Related", with questions alone below it. */
function areRelated([first = '', ...others]: readonly string[]): boolean {
  return related.test(first) && others.length > 0 && others.every((line) => /[?？؟]$/.test(line));
}

const related =
  /^(?:related(?: questions)?|people also ask|follow-?ups?(?: questions)?|ask a follow-?up|(?:ähnliche|verwandte|weitere) fragen|questions (?:associées|liées|connexes)|preguntas relacionadas|perguntas relacionadas|domande correlate|संबंधित(?: प्रश्न)?|أسئلة ذات صلة|相关(?:问题)?|関連(?:する質問|質問)?)[:：]?$/iu;
