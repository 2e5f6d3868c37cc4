const opening = '<!-- imported:';

/** Makes an HTML comment for text that does not belong in the brief. */
export function importedComment(text: string): string {
  // Prevents the text from ending the comment, in Markdown or in HTML.
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(/--(!?)>/g, '--$1&gt;')
    .trim();
  return safe.includes('\n') ? `${opening}\n\n${safe}\n\n-->` : `${opening} ${safe} -->`;
}

/** Whether a piece of raw HTML is one such comment and nothing else. */
export function isImportedComment(html: string): boolean {
  return html.startsWith(opening) && html.indexOf('-->') === html.length - '-->'.length;
}

/** Whether a piece of raw HTML is one comment and nothing else. */
export function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.indexOf('-->') === html.length - '-->'.length;
}

/** The text of a comment. */
export function textOfComment(html: string): string {
  const start = isImportedComment(html) ? opening : '<!--';
  return html.slice(start.length, -'-->'.length).trim();
}

/** The reason given for an editor's comment, from any kind of document. */
export const commentOfEditor = 'comment on the document';

/** The reason given for a question that only a person can answer. */
export const askedOfPerson = 'question for you';

/** Makes the comment that asks a question. */
export function question(text: string): string {
  return importedComment(`${askedOfPerson}: ${text}`);
}

/** The reason given for the text of a comment in a document. */
export function reasonOfComment(text: string): string {
  return (
    [askedOfPerson, commentOfEditor].find((why) => text.startsWith(`${why}: `)) ?? 'comment in the document'
  );
}
