import { isLeftover, secretOfPath } from '../../src/build/public-names.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/** What systems, editors and Git leave in a folder, and what must be in no site, by its name. */
export function checkLeftBehind(site: SiteFolder): Fault[] {
  return site.files.flatMap((file): Fault[] => {
    const secret = secretOfPath(file);
    if (secret === undefined && !isLeftover(file)) return [];
    const reason =
      secret === undefined
        ? 'has the name of what a system, an editor or Git leaves behind'
        : `has the name of a secret: ${secret}`;
    return [{ address: site.addressOf(file).pathname, kind: 'unlinked', reason }];
  });
}
