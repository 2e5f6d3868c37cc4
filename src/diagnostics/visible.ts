/**
 * Makes control characters, bidirectional controls and tag characters visible, since untrusted text must not control a
 * terminal.
 */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(commands, '\ufffd');
}

/** Does the same with several lines. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n');
}

/** JSON in which characters that control a terminal are escaped. */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(commands, (sign) =>
    sign.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Characters that control a terminal, except ASCII controls (C0), which JSON escapes and Unicode has symbols for. */
const commands = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
