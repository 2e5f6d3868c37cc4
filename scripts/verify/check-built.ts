import { join } from 'node:path';
import { digestOfFile } from '../../src/store/file-record.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Every file is exactly as built, none was added and none is missing. `built` has the SHA-256 of each by path. No other
 * check finds changes that leave all files consistent.
 */
export function checkBuilt(site: SiteFolder, built: ReadonlyMap<string, string>): Fault[] {
  const faultOf = (file: string, reason: string): Fault => ({
    address: site.addressOf(file).pathname,
    kind: 'built',
    reason,
  });
  const found = site.files.flatMap((file) => {
    const digest = built.get(file);
    if (digest === undefined) return faultOf(file, 'was added after the build');
    return digestOfFile(join(site.folder, file)) === digest
      ? []
      : faultOf(file, 'was changed after the build');
  });
  const lost = [...built.keys()].filter((file) => !site.has(file));
  return [...found, ...lost.map((file) => faultOf(file, 'is missing; the build wrote it'))];
}
