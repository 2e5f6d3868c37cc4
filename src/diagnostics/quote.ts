const maxLength = 60;

/** Quotes text in a message: on one line, in quotation marks, at most 60 characters. */
export function quote(text: string): string {
  const collapsed = text.replace(/\s+/g, ' ').trim();
  return collapsed.length > maxLength
    ? `"${collapsed.slice(0, maxLength).toWellFormed()}…"`
    : `"${collapsed}"`;
}
