/** Detects the format of a pasted text: chat programs copy Markdown, browsers HTML. */
export function kindOfText(text: string): 'text' | 'markdown' | 'html' {
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return 'html';
  if (/^\s*<(?:article|main|section|div|h[1-6]|p)\b/i.test(text) && isMostlyInside(text)) return 'html';
  return markdownPatterns.some((pattern) => pattern.test(text)) ? 'markdown' : 'text';
}

const markdownPatterns = [
  /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m,
  /^ {0,3}#{1,6}[ \t]+\S/m,
  /\*\*[^\s*][^*\n]*\*\*/,
  /\[[^\]\n]+\]\((?:https?:|mailto:|\.|\/|#)[^)\s]*\)/,
  /^(?:```|~~~)/m,
  /^\S.*\r?\n(?:={3,}|-{3,})[ \t]*$/m,
  /^ {0,3}>[ \t]+\S/m,
  /^\|.*\|[ \t]*$/m,
];

/** Whether most letters are inside closed elements; one HTML paragraph does not make a page. */
function isMostlyInside(text: string): boolean {
  const open: { name: string; length: number }[] = [];
  let [inside, outside] = [0, 0];
  for (const [token, mark, given = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>|[^<]+|</gi)) {
    const name = given.toLowerCase();
    const current = open.at(-1);
    if (name === '') {
      const { length } = token.replace(/\s+/g, '');
      if (current) current.length += length;
      else outside += length;
    } else if (!isBlock.test(name)) continue;
    else if (mark === '/') {
      const at = open.findLastIndex((each) => each.name === name);
      if (at >= 0) inside += open.splice(at).reduce((sum, { length }) => sum + length, 0);
    } else {
      // A new paragraph or item ends the one before (HTML Living Standard, section 13.1.2.4).
      if (current?.name === name && /^(?:p|li)$/.test(name)) inside += open.pop()?.length ?? 0;
      open.push({ name, length: 0 });
    }
  }
  outside += open.reduce((sum, { length }) => sum + length, 0);
  return inside >= outside;
}

const isBlock =
  /^(?:article|main|section|div|h[1-6]|p|ul|ol|li|table|blockquote|pre|dl|figure|header|footer|nav|aside|form|details)$/;
