const maxLength = 60;

/** Quotes text in a message: on one line, in quotation marks, at most 60 characters. */
export function quote(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > maxLength ? `"${folded.slice(0, maxLength).toWellFormed()}…"` : `"${folded}"`;
}
