import { addressesOf } from '../brief/addresses.ts';
import type { Moment } from '../brief/moment.ts';
import { listedFrom, type Facts } from '../check/cross-brief-facts.ts';
import type { Publication } from '../brief/publication.ts';
import { sitePathsOf } from '../brief/site-paths.ts';
import { visibilityIfKnown } from '../brief/visibility.ts';
import { diagnosticOf, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { addedFiles } from './added-files.ts';
import type { OwnFile } from './own-paths.ts';
import { publicFolder } from './public-folder.ts';

/** What already has an address. */
interface Holder {
  /** As a message calls it. */
  readonly what: string;
  /** Relative to the project root, if one file makes it. */
  readonly file?: string;
}

interface Claims {
  readonly publication: Publication;
  readonly briefs: readonly Facts[];
  readonly now: Moment;
  readonly own: readonly OwnFile[];
}

/**
 * Reports standing pages and files in `public/` with the address of something else: one of the two would be lost silently. On many
 * hosts addresses that differ only in case are the same, and a file cannot have the name of a folder.
 */
export function addressClashes(claims: Claims): Diagnostic[] {
  const holders = holdersOf(claims);
  const diagnostics: Diagnostic[] = [];
  for (const { file, path } of claims.own) {
    if (file.startsWith(`${publicFolder}/`) && addedFiles.has(path)) continue;
    const place = outputOf(path);
    const holder = holders.find(place);
    if (holder) diagnostics.push(diagnosticOf(file, clash(path, holder)));
    else holders.add(place, { what: file, file });
  }
  return diagnostics;
}

function clash(path: string, { what, file }: Holder): Finding {
  const text = file === undefined ? 'rename it' : 'rename it, or {place}';
  return {
    code: 'address-taken',
    range: { start: 0, end: 0 },
    message: `Unexpected address ${quote(`/${path}`)}, which is that of ${what}`,
    note: { text, ...(file !== undefined && { at: { file, range: { start: 0, end: 0 } } }) },
  };
}

function holdersOf({ publication, briefs, now, own }: Claims) {
  const files = new Map<string, Holder>();
  const folders = new Map<string, Holder>();
  // Two places can clash only below the same first step, and the few files of a publisher are rarely below that of briefs.
  const firstSteps = new Set(own.map(({ path }) => firstStepOf(outputOf(path))));
  const add = (place: string, holder: Holder): void => {
    if (!firstSteps.has(firstStepOf(place))) return;
    const name = place.toLowerCase();
    if (!files.has(name)) files.set(name, holder);
    for (const folder of foldersOf(name)) if (!folders.has(folder)) folders.set(folder, holder);
  };
  const find = (place: string): Holder | undefined => {
    const name = place.toLowerCase();
    const above = foldersOf(name).find((folder) => files.has(folder));
    return files.get(name) ?? folders.get(name) ?? (above === undefined ? undefined : files.get(above));
  };
  const { base, ...addresses } = addressesOf(publication);
  const addAddress = (address: string, holder: Holder): void => {
    add(outputOf(decodeURI(address.slice(base.length))), holder);
  };
  // An embargoed brief is published by itself; a draft must not stop anybody before it is published.
  const coming = briefs.filter((brief) => visibilityIfKnown(brief, now) !== 'draft');
  // All addresses of briefs lie below one folder.
  const isShared = firstSteps.has(firstStepOf(addresses.brief('').slice(base.length)));
  for (const { file, slug } of isShared ? coming : []) {
    for (const kind of ['brief', 'briefJson', 'briefMarkdown', 'embed', 'oembed'] as const)
      addAddress(addresses[kind](slug), { what: `the brief ${file}`, file });
  }
  addAddress(addresses.index(1), { what: 'the list of all briefs' });
  const listed = coming.filter(({ status }) => status !== 'withdrawn');
  for (const { file, lang } of listed) {
    if (lang !== undefined && lang !== publication.lang)
      addAddress(addressesOf(publication, lang).home, {
        what: `the home of briefs in ${quote(lang)}, such as ${file}`,
      });
  }
  const paths = sitePathsOf(
    publication,
    listed.map((brief) => listedFrom(brief, publication.lang)),
    new Map(),
  );
  for (const path of paths.keys()) add(outputOf(path), { what: 'a page or file that the site makes itself' });
  return { add, find };
}

function firstStepOf(place: string): string {
  return (place.split('/', 1)[0] ?? '').toLowerCase();
}

/** The file of the output with an address. */
function outputOf(path: string): string {
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

function foldersOf(place: string): string[] {
  const steps = place.split('/').slice(0, -1);
  return steps.map((_, at) => steps.slice(0, at + 1).join('/'));
}
