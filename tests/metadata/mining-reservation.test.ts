import { expect, test } from 'vitest';
import { miningReservationData } from '../../src/metadata/mining-reservation.ts';
import { addressesSample } from '../brief-sample.ts';

test('a reservation covers all that is below the site’s address, and names the conditions if there are any', () => {
  const reserved = { location: '/news/', 'tdm-reservation': 1 };
  const policy = 'https://fourfold.example/mining';
  expect(miningReservationData({}, addressesSample())).toEqual([reserved]);
  expect(miningReservationData({ policy }, addressesSample())).toEqual([
    { ...reserved, 'tdm-policy': policy },
  ]);
});
