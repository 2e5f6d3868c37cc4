import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { addressesOf } from '../../../brief/addresses.ts';
import { miningReservationData } from '../../../metadata/mining-reservation.ts';
import { site } from 'virtual:fourfold';
import { pageOf } from '../_snapshot.ts';
import { respondJson } from '../_json.ts';

export const getStaticPaths = (() => {
  const { miningReservation } = site;
  return miningReservation ? [pageOf({ wellKnown: '.well-known' }, { miningReservation })] : [];
}) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props }) =>
  respondJson(miningReservationData(props.miningReservation, addressesOf(site)));
