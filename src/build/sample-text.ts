import { readFile } from 'node:fs/promises';
import { settingsFile } from '../brief/briefs-folder.ts';
import { absolutePath } from '../markdown/source-paths.ts';
import type { Publication } from '../brief/publication.ts';
import { diagnosticOf, type Diagnostic, type Finding } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { readSettingsSource } from '../settings/settings.ts';
import { listStandingFiles } from './standing-pages.ts';

/** The address of the shipped site, whose pages may keep their sample text. */
const shippedHost = 'fourfold.example';

/**
 * Reports shipped text that a publisher would publish by mistake: standing pages marked `sample: true`, and addresses under
 * `.example`, which are reserved (RFC 2606).
 */
export async function findSampleText(root: string, publication: Publication): Promise<Diagnostic[]> {
  if (URL.parse(publication.address)?.hostname === shippedHost) return [];
  const { files } = await listStandingFiles(root);
  const found = files.map(async (file) =>
    findingsIn(await readFile(absolutePath(root, file), 'utf8')).map((finding) =>
      diagnosticOf(file, finding),
    ),
  );
  return [...(await Promise.all(found)).flat(), ...findSampleAuthority(root, publication)];
}

/** Feeds identify briefs by the authority forever; every new site would have the sample one. */
function findSampleAuthority(root: string, publication: Publication): Diagnostic[] {
  const { authority } = publication.identity;
  const host = URL.parse(publication.address)?.hostname ?? '';
  // A trial site may have such a name itself.
  if (!reserved.test(authority) || reserved.test(host)) return [];
  const source = readSettingsSource(root);
  return [
    diagnosticOf(settingsFile, {
      code: 'sample-text',
      range: source?.rangeOf(['identity', 'authority']) ?? { start: 0, end: 0 },
      message: `Unexpected authority ${quote(authority)} of the identity, which is reserved for examples`,
      note: {
        text: `write ${quote(host)} before you publish; if briefs are published already, feed readers will show each of them as new`,
      },
    }),
  ];
}

/** Reserved names (RFC 2606, RFC 6761). */
const reserved = /(?:^|[.@])(?:example|test|invalid|localhost)$/;

function findingsIn(text: string): Finding[] {
  const [mark] = text.matchAll(/^sample: *true$/gm);
  const addresses = [...text.matchAll(/(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.example\b/gi)];
  return [
    ...(mark
      ? [
          {
            code: 'sample-text' as const,
            range: rangeOf(mark),
            message: 'Unexpected sample page, expected your own: it makes Fourfold’s statements in your name',
            note: { text: 'write what is true of your publication, then remove this line' },
          },
        ]
      : []),
    ...addresses.map((address) => ({
      code: 'sample-text' as const,
      range: rangeOf(address),
      message: `Unexpected address "${address[0]}", which is reserved for examples`,
      note: { text: 'write an address of your own' },
    })),
  ];
}

function rangeOf({ index, 0: text }: RegExpExecArray): { start: number; end: number } {
  return { start: index, end: index + text.length };
}
