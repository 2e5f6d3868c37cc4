/**
 * The offset at which a text stops being valid JSON. V8 gives the position of most errors; for an unexpected character it
 * only shows the text around it.
 */
export function offsetOfJsonError(text: string): number {
  const message = messageOf(text);
  const position = / at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  if (!isUnexpectedCharacter(message)) return text.length;
  // Every prefix with the wrong character fails because of it, and every shorter one because it ends too early.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUnexpectedCharacter(messageOf(text.slice(0, middle)))) bad = middle;
    else good = middle;
  }
  return good;
}

function isUnexpectedCharacter(message: string): boolean {
  return message.startsWith('Unexpected token');
}

function messageOf(text: string): string {
  try {
    JSON.parse(text);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}
