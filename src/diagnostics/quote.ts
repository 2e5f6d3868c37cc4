const maxLength = 60;

/** What a writer wrote, as a message repeats it: on one line, between quotation marks, cut after 60 characters. */
export function quote(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > maxLength ? `"${folded.slice(0, maxLength).toWellFormed()}…"` : `"${folded}"`;
}
