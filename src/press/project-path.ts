import { placeOfBriefs, realOf } from '../brief/briefs-folder.ts';
import { errorOfReport } from './report.ts';

/**
 * Throws where the project or its briefs lie in a folder whose path has a sign that Vite takes for a part of an address: it would
 * decode `%25`, and end a path at `?` and `#`, so that styles would be missing from the site.
 */
export function refuseProjectPath(root: string): void {
  for (const path of [root, realOf(root), placeOfBriefs(root), realOf(placeOfBriefs(root))]) {
    const [sign] = /[%#?]/.exec(path) ?? [];
    if (sign !== undefined)
      throw errorOfReport(
        `The path ${path} has "${sign}" in it, which the build cannot tell from a part of an address. Rename that folder, or move the project, and try again.`,
      );
  }
}
