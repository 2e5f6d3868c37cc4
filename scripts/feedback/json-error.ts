/** Where a text stops being JSON. V8 tells the place of most errors; of a wrong sign it shows only what stands around it. */
export function offsetOfJsonError(text: string): number {
  const message = messageOf(text);
  const told = / at position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  if (!isWrongSign(message)) return text.length;
  // Every beginning that holds the wrong sign fails by it, and every shorter one by ending too early.
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isWrongSign(messageOf(text.slice(0, middle)))) bad = middle;
    else good = middle;
  }
  return good;
}

function isWrongSign(message: string): boolean {
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
