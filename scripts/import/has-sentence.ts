/** Whether a line of a text says something, unlike the words of menus, buttons and labels. Such a text is never only told of. */
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

/** In words; two signs of Chinese and Japanese count as one. */
function lengthOf(line: string): number {
  const signs = line.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0;
  const words = line
    .replace(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu, ' ')
    .match(/[\p{L}\p{N}\p{M}'’]+/gu);
  return Math.floor(signs / 2) + (words?.length ?? 0);
}
