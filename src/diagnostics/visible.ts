/** A brief is not trusted, and a terminal obeys: control characters, changes of direction and tags are shown, not sent. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (sign) => String.fromCharCode(0x2400 + sign.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu, '\ufffd');
}
