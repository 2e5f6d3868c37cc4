/** Lower-case ASCII letters, digits and single hyphens. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const longestSlug = 80;

/** Slugs whose address the site itself uses. */
export const reservedSlugs: readonly string[] = ['index', 'page'];

/** The file's name without folder and ending. */
export function slugOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}
