import { join } from 'node:path';
import { digestOfFile } from '../../src/store/fingerprint.ts';
import type { Fault } from './fault.ts';
import type { SiteFolder } from './site-folder.ts';

/**
 * Every file is byte for byte what the build wrote, none was added and none is gone. `built` has the SHA-256 of each by its
 * path. No other check sees a change that leaves all files in agreement with each other.
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
  return [...found, ...lost.map((file) => faultOf(file, 'is gone; the build wrote it'))];
}
