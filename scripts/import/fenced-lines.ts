/** For each line whether it is in a code block, or is one of its two fences. A shorter fence inside does not end it. In quotations too. */
export function fencedLines(lines: readonly string[]): boolean[] {
  let open: string | undefined;
  return lines.map((line) => {
    const [, signs, rest = ''] = /^(?:[ \t]*>)*[ \t]*(`{3,}|~{3,})([^\n]*)$/.exec(line) ?? [];
    if (signs === undefined) return open !== undefined;
    if (open === undefined) open = signs;
    else if (signs.startsWith(open) && rest.trim() === '') open = undefined;
    return true;
  });
}
