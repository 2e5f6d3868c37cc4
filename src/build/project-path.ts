import { briefsFolderPath, realOf } from '../markdown/source-paths.ts';
import { errorOfReport } from '../check/report.ts';

/**
 * Throws if the path of the project or its briefs has a character that breaks a build: Vite decodes `%25` and ends a path at `?`
 * and `#`, Astro writes paths in double quotation marks, and Node replaces `*`. (Each was tried; Node starts no script whose path
 * has a backslash.)
 */
export function assertProjectPath(root: string): void {
  for (const path of [root, realOf(root), briefsFolderPath(root), realOf(briefsFolderPath(root))]) {
    const [sign] = /[%#?"*]/.exec(path) ?? [];
    if (sign !== undefined)
      throw errorOfReport(
        `No site can be built in ${path}, because of the ${sign} in this path. Rename the folder, or move the project, and try again.`,
      );
  }
}
