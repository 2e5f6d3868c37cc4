/**
 * Whether a text contains a sentence, unlike menus, buttons and labels. Such text is never dropped, only commented
 * out.
 */
export function hasSentence(text: string): boolean {
  return text.split('\n').some((line) => {
    const length = lengthOf(line);
    return length >= longLabel || (length >= shortSentence && end.test(line));
  });
}

/** Words; "By Jane Doe, 18 September" has five. */
const longLabel = 8;

const shortSentence = 3;

const end = /\p{L}[.!?…。！？।؟۔]["'”’»)」』]*(?:\s|$)|[。！？।؟۔]/u;

/** Length in words; two Chinese or Japanese characters count as one. */
function lengthOf(line: string): number {
  const signs = line.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const words = line
    .replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, ' ')
    .match(/[\p{L}\p{N}\p{M}'’]+/gu);
  return Math.floor(signs / 2) + (words?.length ?? 0);
}
