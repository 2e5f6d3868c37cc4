import { expect, it } from 'vitest';
import { findPrivateAddress } from '../../src/settings/private-address.ts';
import { publicationSample } from '../brief-sample.ts';

const isWarnedOf = (address: string): boolean =>
  findPrivateAddress('/none', publicationSample({ address })).length > 0;

it.each([
  'http://localhost/',
  'http://LOCALHOST.:4321/news/',
  'http://news.localhost/',
  'https://desk.local/',
  'https://news.internal/',
  'http://router.home.arpa/',
  'http://127.0.0.1:8080/',
  'http://0x7f.1/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.31.0.1/',
  'http://192.168.0.10/',
  'http://169.254.1.1/',
  'http://[::1]:3000/',
  'http://[::ffff:192.168.0.1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
])('an address that readers cannot reach draws a warning: %s', (address) => {
  expect(isWarnedOf(address)).toBe(true);
});

it.each([
  'https://fourfold.example/',
  'https://localhost.news/',
  'https://local.example/',
  'https://notlocal/',
  'https://news.test/local/',
  'http://172.32.0.1/',
  'http://11.0.0.1/',
  'http://[2606:4700::1111]/',
  'https://例え.jp/',
])('an address that they may reach draws none: %s', (address) => {
  expect(isWarnedOf(address)).toBe(false);
});
