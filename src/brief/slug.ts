/** Lower-case ASCII letters, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const maxSlugLength = 80;

/**
 * Whether the site itself uses the address (pages of lists, index of all briefs such as `index-2.json`), or Windows
 * reserves the name.
 */
export function isReservedSlug(slug: string): boolean {
  return /^(?:index(?:-[0-9]+)?|page)$/.test(slug) || isWindowsName(slug);
}

/** Whether Windows does not allow a file of that name (Microsoft, "Naming Files, Paths, and Namespaces"). */
export function isWindowsName(slug: string): boolean {
  return /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/.test(slug);
}

/** The file name without folder and extension. */
export function slugOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** Explains why a text is not a valid topic slug; undefined for a slug. */
export function problemOfSlug(text: string): string | undefined {
  if (!slugPattern.test(text) || text.length > maxSlugLength)
    return `"${text}" is not a slug: use lower-case letters a-z, digits and single hyphens, at most ${maxSlugLength} characters.`;
  if (!isWindowsName(text)) return undefined;
  return `Unexpected slug "${text}", expected a valid folder name on Windows: add a word to it, such as "${text}-news".`;
}
