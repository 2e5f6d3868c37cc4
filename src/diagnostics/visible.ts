/** A brief is not trusted, and a terminal obeys: control characters, changes of direction and tags are shown, not sent. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(commands, '\ufffd');
}

/** The same of a text of several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n');
}

/** JSON for programs, which a terminal may show as well: it says the same with what a terminal obeys written as escapes. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(commands, (sign) =>
    sign.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** What a terminal obeys, but for the control characters of ASCII (C0), which JSON escapes and Unicode has pictures of. */
const commands = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
