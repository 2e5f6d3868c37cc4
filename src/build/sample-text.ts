import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settingsFile } from '../brief/briefs-folder.ts';
import type { Publication } from '../brief/publication.ts';
import { iconSource } from '../cards/icons.ts';
import { diagnosticOf, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { Path } from '../markdown/field-places.ts';
import { absolutePath, briefsFolderPath } from '../markdown/source-paths.ts';
import { readSettingsSource } from '../settings/settings.ts';
import {
  isSampleBrief,
  isSampleIcon,
  isSamplePublication,
  isSampleWords,
  sampleGroups,
  samples,
  titleLine,
} from './samples.ts';
import { listStandingFiles } from './standing-pages.ts';

/**
 * Reports shipped text that a publisher would publish by mistake: sample briefs, standing pages marked `sample: true`, sample
 * settings, and addresses under `.example`, which are reserved (RFC 2606).
 */
export async function findSampleText(root: string, publication: Publication): Promise<Diagnostic[]> {
  if (isSamplePublication(publication)) return [];
  const { files } = await listStandingFiles(root);
  const inPages = files.map(async (file) =>
    findingsIn(await readFile(absolutePath(root, file), 'utf8')).map((finding) =>
      diagnosticOf(file, finding),
    ),
  );
  return [
    ...(await Promise.all([...inPages, ...sampleBriefsIn(root)])).flat(),
    ...findInSettings(root, publication),
    ...findSampleIcon(root, publication),
  ];
}

/** Readers would see Fourfold’s icon in their tabs; a trial site has none. */
function findSampleIcon(root: string, { address }: Publication): Diagnostic[] {
  const path = join(root, iconSource);
  if (
    reserved.test(URL.parse(address)?.hostname ?? '') ||
    !existsSync(path) ||
    !isSampleIcon(readFileSync(path, 'utf8'))
  )
    return [];
  return [
    diagnosticOf(iconSource, {
      code: 'sample-text',
      range: { start: 0, end: 0 },
      message: 'Unexpected sample icon, which is Fourfold’s, expected one of your own',
      note: { text: 'run `npm run setup`, which writes a plain one, or put your own SVG in its place' },
    }),
  ];
}

function sampleBriefsIn(root: string): Promise<Diagnostic[]>[] {
  return Object.keys(samples.briefs)
    .filter((file) => existsSync(join(briefsFolderPath(root), file)))
    .map(async (file) => {
      const text = await readFile(join(briefsFolderPath(root), file), 'utf8');
      const title = titleLine.exec(text);
      if (!title || !isSampleBrief(file, text)) return [];
      return [
        diagnosticOf(`briefs/${file}`, {
          code: 'sample-text',
          range: rangeOf(title),
          message: 'Unexpected sample brief, expected your own briefs only',
          note: {
            text: 'run `npm run setup -- --yes --samples remove`, or make it your own under another title',
          },
        }),
      ];
    });
}

/** A finding in the settings, by the setting. */
type SettingsFinding = Omit<Finding, 'range' | 'code'> & { readonly path: Path };

function findInSettings(root: string, publication: Publication): Diagnostic[] {
  const found: SettingsFinding[] = [
    ...findSampleSettings(publication),
    ...findSampleAuthority(publication),
    ...findExampleAddresses(publication),
  ];
  if (found.length === 0) return [];
  const source = readSettingsSource(root);
  return found.map(({ path, ...finding }) =>
    diagnosticOf(settingsFile, {
      code: 'sample-text',
      range: source?.rangeOf(path) ?? { start: 0, end: 0 },
      ...finding,
    }),
  );
}

function findSampleSettings(publication: Publication): SettingsFinding[] {
  const { name, address } = publication;
  const isSampleDescription = isSampleWords(publication.description, samples.description);
  // Another publication may have the name.
  const isSampleName = name === samples.name && (isSampleDescription || address === samples.address);
  const own = { text: 'run `npm run setup`, or write your own' };
  return [
    ...(isSampleName
      ? [{ path: ['name'], message: `Unexpected sample name ${quote(name)}`, note: own }]
      : []),
    ...(isSampleDescription
      ? [{ path: ['description'], message: 'Unexpected sample description', note: own }]
      : []),
    ...(['topics', 'threads'] as const).flatMap((kind) => {
      const slugs = sampleGroups(publication, kind);
      if (slugs.length === 0) return [];
      const message = `Unexpected sample ${kind}: ${slugs.map(quote).join(', ')}`;
      const note = { text: 'remove them, or give those that you use a description of your own' };
      return [{ path: [kind], message, note }];
    }),
  ];
}

/** Feeds identify briefs by the authority forever; every new site would have the sample one. */
function findSampleAuthority({ identity: { authority }, address }: Publication): SettingsFinding[] {
  const host = URL.parse(address)?.hostname ?? '';
  // A trial site may have such a name itself.
  if (!reserved.test(authority) || reserved.test(host)) return [];
  return [
    {
      path: ['identity', 'authority'],
      message: `Unexpected authority ${quote(authority)} of the identity, which is reserved for examples`,
      note: {
        text: `write ${quote(host)} before you publish; if briefs are published already, feed readers will show each of them as new`,
      },
    },
  ];
}

/** A trial site may have such addresses, but no reader reaches it. */
function findExampleAddresses(publication: Publication): SettingsFinding[] {
  const { address } = publication;
  return reserved.test(URL.parse(address)?.hostname ?? '')
    ? findExamples(address, ['address'])
    : findExamples(publication, []);
}

/** Addresses under `.example` in a setting. */
function findExamples(value: unknown, path: Path): SettingsFinding[] {
  if (path[0] === 'identity') return [];
  if (typeof value === 'string')
    return [...value.matchAll(example)].map(([address]) => ({ path, ...complaintOf(address) }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    findExamples(inner, [...path, Array.isArray(value) ? Number(name) : name]),
  );
}

/** Reserved names (RFC 2606, RFC 6761). */
const reserved = /(?:^|[.@])(?:example|test|invalid|localhost)$/;

const example = /(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.example\b/gi;

function complaintOf(address: string) {
  return {
    message: `Unexpected address ${quote(address)}, which is reserved for examples`,
    note: { text: 'write an address of your own' },
  };
}

function findingsIn(text: string): Finding[] {
  const [mark] = text.matchAll(/^sample: *true$/gm);
  return [
    ...(mark
      ? [
          {
            code: 'sample-text' as const,
            range: rangeOf(mark),
            message: 'Unexpected sample page, expected your own: it makes Fourfold’s statements in your name',
            note: {
              text: 'run `npm run setup`, which writes a page about your publication, or write what is true of it, then remove this line',
            },
          },
        ]
      : []),
    ...[...text.matchAll(example)].map((match) => ({
      code: 'sample-text' as const,
      range: rangeOf(match),
      ...complaintOf(match[0]),
    })),
  ];
}

function rangeOf({ index, 0: text }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + text.length };
}
