import type * as z from 'zod';
import type { Publication } from '../brief/publication.ts';
import { publicationSchema } from '../languages/schemas.ts';

/** Stand in for settings that are wrong, so that what does not depend on them is checked. */
const standIns = {
  name: 'News',
  address: 'https://news.example/',
  identity: { authority: 'news.example', year: 2025 },
  description: 'News',
  lang: 'en',
  timeZone: 'Etc/UTC',
};

/** Settings without which much would be reported in briefs that is right. */
const neededForBriefs = ['address', 'lang', 'timeZone', 'authors', 'topics', 'threads', 'headings', 'limits'];

/** What is right in settings that have errors. */
export interface ValidSettings {
  readonly publication: Publication;
  /** Whether briefs can be checked with it. */
  readonly isEnough: boolean;
}

/** Leaves out what is wrong. `broken` are the settings whose YAML cannot be read. */
export function validSettings(values: unknown, broken: ReadonlySet<string>): ValidSettings | undefined {
  const kept = structuredClone(values);
  let isEnough = !neededForBriefs.some((name) => broken.has(name));
  // Each round removes at least one value; a wrong address within a list takes the whole list.
  for (let round = 0; round < maxRounds; round += 1) {
    const { data, error } = publicationSchema.safeParse(kept);
    if (data) return { publication: data, isEnough };
    for (const issue of error.issues) {
      const [name] = issue.path;
      const isGroup = name === 'authors' || name === 'topics' || name === 'threads';
      if (neededForBriefs.includes(String(name)) && !(isGroup && issue.path.length > 2)) isEnough = false;
      if (!leaveOut(kept, issue)) return undefined;
    }
  }
  return undefined;
}

const maxRounds = 20;

function leaveOut(values: unknown, issue: z.core.$ZodIssue): boolean {
  if (typeof values !== 'object' || values === null) return false;
  const settings = values as Record<string, unknown>;
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) {
    for (const key of issue.keys) Reflect.deleteProperty(settings, key);
    return true;
  }
  const [name = '', id] = issue.path.map(String);
  const group = settings[name];
  // An author, a topic or a thread stays, since briefs name it.
  if (id !== undefined && ['authors', 'topics', 'threads'].includes(name)) {
    if (typeof group !== 'object' || group === null) return false;
    if (issue.code === 'invalid_key') Reflect.deleteProperty(group, id);
    else Reflect.set(group, id, { name: id });
  } else if (Object.hasOwn(standIns, name)) settings[name] = standIns[name as keyof typeof standIns];
  else Reflect.deleteProperty(settings, name);
  return true;
}
