import { fencedLines } from './fenced-lines.ts';

/** One turn of a copied conversation. */
export interface Turn {
  readonly isProgram: boolean;
  readonly text: string;
}

const program = String.raw`(?:chat ?gpt|claude|gemini|copilot|grok|deepseek|le chat|mistral|perplexity|qwen|kimi|gpt-?\d\S*|assistant|asistente|assistente|assistent|ai|ki|ia|bot|model|助手|アシスタント)`;
const person = String.raw`(?:you|user|human|me|prompt|du|sie|nutzer|vous|utilisateur|tú|usted|usuario|você|usuário|tu|utente|आप|أنت|المستخدم|你|您|用户|あなた|ユーザー)`;
const said = String.raw`(?: said| hat gesagt| a dit| dijo| disse| ha detto| ने कहा|说|說|の発言| response| answer)?`;

/** Lines of pages and exports that are certain: "ChatGPT said:", "Vous avez dit :". */
const certain = new RegExp(
  String.raw`^(?:(${program} (?:said|hat gesagt|a dit|dijo|disse|ha detto)|o chatgpt disse|chatgpt ने कहा|chatgpt ?(?:说|說)|قال chatgpt)|you said|(?:du hast|sie haben) gesagt|vous avez dit|dijiste|has dicho|você disse|hai detto|आपने कहा|قلت|你说|您说|あなた)\s*[:：]?$`,
  'iu',
);
const turn = new RegExp(
  String.raw`^(?:#{1,6} +)?[*_>\[ ]*(?:[\p{Extended_Pictographic}\ufe0f]+ *)?(?:(${program})|${person})${said}[\]*_]* ?[:：][*_]*(?:(?: +|(?<=：))(\S.*))?$|^(?:#{1,6} +)[*_]*(?:(${program})|${person})[*_]*$|^<\|im_start\|>(?:(assistant)|user|system)$|^\[(?:(assistant)|user)\]$`,
  'iu',
);

/** The turns of a conversation; undefined for any other text. */
export function turnsOf(text: string): Turn[] | undefined {
  const turns: { isProgram: boolean; lines: string[] }[] = [];
  const before: string[] = [];
  let isCertain = false;
  const lines = text.split('\n');
  const isFenced = fencedLines(lines);
  for (const [at, line] of lines.entries()) {
    const bare = line.trim();
    const found =
      isFenced[at] === true || bare.length > 4000
        ? undefined
        : (certain.exec(bare) ?? turn.exec(bare) ?? undefined);
    if (found) {
      isCertain ||= certain.test(bare);
      const isProgram = [1, 3, 4, 5].some((group) => found[group] !== undefined);
      const rest = certain.test(bare) ? undefined : found[2];
      turns.push({ isProgram, lines: rest === undefined ? [] : [rest] });
    } else (turns.at(-1)?.lines ?? before).push(line);
  }
  const hasBoth = turns.some(({ isProgram }) => isProgram) && turns.some(({ isProgram }) => !isProgram);
  if (!hasBoth && !(isCertain && turns.some(({ isProgram }) => isProgram))) return undefined;
  const all = turns.map(({ isProgram, lines }) => ({ isProgram, text: lines.join('\n').trim() }));
  return before.join('').trim() === '' ? all : [{ isProgram: false, text: before.join('\n').trim() }, ...all];
}
