const beginning = '<!-- imported:';

/** The HTML comment that keeps, in a brief, a text that has no place in it. */
export function importedComment(text: string): string {
  // Nothing inside may end the comment, for Markdown or for HTML.
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(/--(!?)>/g, '--$1&gt;')
    .trim();
  return safe.includes('\n') ? `${beginning}\n\n${safe}\n\n-->` : `${beginning} ${safe} -->`;
}

/** Whether a piece of raw HTML is such a comment and nothing more. */
export function isImportedComment(html: string): boolean {
  return html.startsWith(beginning) && html.indexOf('-->') === html.length - '-->'.length;
}

/** Whether a piece of raw HTML is a comment, whoever wrote it, and nothing more. */
export function isComment(html: string): boolean {
  return html.startsWith('<!--') && html.indexOf('-->') === html.length - '-->'.length;
}

/** What the comment keeps. */
export function textOfComment(html: string): string {
  const start = isImportedComment(html) ? beginning : '<!--';
  return html.slice(start.length, -'-->'.length).trim();
}

/** Why a comment of an editor is kept, in a text as in a Word document. */
export const commentOfEditor = 'comment on the document';

/** Why a question is kept: only a person knows the answer. */
export const askedOfPerson = 'question for you';

/** The comment that asks it, where it arose. */
export function question(text: string): string {
  return importedComment(`${askedOfPerson}: ${text}`);
}

/** Why the text of a comment inside a document is kept. */
export function whyKept(text: string): string {
  return (
    [askedOfPerson, commentOfEditor].find((why) => text.startsWith(`${why}: `)) ?? 'a comment of the document'
  );
}
