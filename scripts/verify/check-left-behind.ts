import { isLeftover, secretOfPath } from '../../src/build/public-names.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** Files that systems, editors and Git leave in folders, and files with names of secrets. */
export function checkLeftBehind(site: SiteFolder): Fault[] {
  return site.files.flatMap((file): Fault[] => {
    const secret = secretOfPath(file);
    if (secret === undefined && !isLeftover(file)) return [];
    const reason =
      secret === undefined
        ? 'has the name of a file that systems, editors or Git leave behind'
        : `has the name of a secret: ${secret}`;
    return [{ address: site.addressOf(file).pathname, kind: 'unlinked', reason }];
  });
}
