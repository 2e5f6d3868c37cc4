import { BlockList } from 'node:net';
import type { Publication } from '../brief/publication.ts';
import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { settingsFile } from '../brief/briefs-folder.ts';
import { readSettingsSource } from './settings.ts';

/** Warns if the address can only be reached from this machine or network. */
export function findPrivateAddress(root: string, publication: Publication): Diagnostic[] {
  if (!isPrivate(publication.address)) return [];
  const source = readSettingsSource(root);
  return [
    diagnosticOf(settingsFile, {
      code: 'settings-address',
      range: source?.rangeOf(['address']) ?? { start: 0, end: 0 },
      message: `Unexpected address ${quote(publication.address)}, which can only be reached from this machine or its network`,
      note: {
        text: 'write the address that readers type, such as https://news.example/. Pages, cards and feeds contain it; the dev server and the preview work with any address',
      },
    }),
  ];
}

/** Names in RFC 6761, RFC 6762 and RFC 8375, and `.internal`, which ICANN reserves. */
const privateNames = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/** RFC 6890: loopback, private, link-local and "this host". */
const privateNumbers = new BlockList();
for (const [address, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateNumbers.addSubnet(address, bits);
for (const [address, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateNumbers.addSubnet(address, bits, 'ipv6');

/** `URL` normalizes every notation of an IP address. */
function isPrivate(address: string): boolean {
  const host = (URL.parse(address)?.hostname ?? '').replace(/\.$/, '');
  return host.startsWith('[')
    ? privateNumbers.check(host.slice(1, -1), 'ipv6')
    : privateNames.test(host) || (/^[\d.]+$/.test(host) && privateNumbers.check(host));
}
