/**
 * What to do with an image on the web, which readers' browsers must not request from another host; undefined for any other image.
 * `written` is what to write for its new path.
 */
export function downloadAdvice(url: string, written = (path: string): string => path): string | undefined {
  if (!/^https?:\/\//i.test(url)) return undefined;
  const name = /([\w-]+\.(?:png|jpe?g|gif|webp|avif))(?:[?#].*)?$/i.exec(url)?.[1] ?? 'name.jpg';
  return `${start} and write ${written(`./pictures/${name.toLowerCase()}`)}, if you have the right to use it`;
}

const start = 'download it to briefs/pictures/';

/** The same advice at the end of a comment of the import. */
export function adviceInComment(comment: string): string | undefined {
  const at = comment.indexOf(start);
  return at < 0 ? undefined : comment.slice(at).replace(/\s+/g, ' ').trim();
}
