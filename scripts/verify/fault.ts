import { visible } from '../../src/diagnostics/visible.ts';

/** A fault at an address of the site. */
export interface Fault {
  /** Path from the root of the host, or the file name if it has no address. */
  readonly address: string;
  readonly kind: FaultKind;
  readonly reason: string;
}

export const faultKinds = [
  'built',
  'card',
  'data',
  'draft',
  'feed',
  'file',
  'head',
  'host',
  'html',
  'link',
  'path',
  'policy',
  'search',
  'sitemap',
  'unlinked',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** By address, then kind; the same on every machine. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const keyOf = ({ address, kind, reason }: Fault): string => `${address}\n${kind}\n${reason}`;
  const byKey = new Map(faults.map((fault) => [keyOf(fault), fault]));
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, fault]) => fault);
}

/** Faults for people: each address, and below it what is wrong. */
export function formatFaults(faults: readonly Fault[]): string {
  const groups = Map.groupBy(faults, ({ address }) => address);
  return [...groups]
    .map(([address, own]) =>
      [visible(address), ...own.map(({ kind, reason }) => `  ${kind.padEnd(8)}  ${visible(reason)}`)].join(
        '\n',
      ),
    )
    .join('\n\n');
}
