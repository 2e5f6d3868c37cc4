import type { Addresses } from '../brief/addresses.ts';
import type { MiningReservation } from '../brief/publication.ts';

/** W3C TDMRep file: reserves everything below the site's address. */
export function miningReservationData(
  { policy }: MiningReservation,
  addresses: Pick<Addresses, 'base'>,
): readonly object[] {
  return [
    { location: addresses.base, 'tdm-reservation': 1, ...(policy !== undefined && { 'tdm-policy': policy }) },
  ];
}
