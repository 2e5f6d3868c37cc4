import type { Moment } from '../brief/moment.ts';
import { parseMoment } from '../brief/moment.ts';

/** The moment of a build: `BRIEFS_NOW`, or else the clock. Throws if the variable is not an ISO 8601 date. */
export function momentOfBuild(environment: NodeJS.ProcessEnv, timeZone: string): Moment {
  const given = environment['BRIEFS_NOW'] || undefined;
  const moment = parseMoment(given ?? Temporal.Now.instant().toString(), timeZone);
  if (moment !== undefined) return moment;
  throw new Error(`BRIEFS_NOW is "${given ?? ''}", expected ISO 8601 such as 2025-09-18T09:00:00+08:00`);
}
