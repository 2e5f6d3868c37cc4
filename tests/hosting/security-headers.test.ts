import { describe, expect, test } from 'vitest';
import type { SecurityContact } from '../../src/brief/publication.ts';
import { formatSecurity, staleSecurity } from '../../src/hosting/security-headers.ts';
import { addressesSample, publicationSample } from '../brief-sample.ts';

const security: SecurityContact = {
  contact: ['mailto:security@fourfold.example', 'https://fourfold.example/report'],
  expires: '2026-06-01',
};

describe('security.txt', () => {
  test('has the fields that RFC 9116 demands, contacts in their order', () => {
    const publication = publicationSample({ lang: 'pt', timeZone: 'America/Sao_Paulo' });
    expect(formatSecurity(publication, security, addressesSample()).split('\n')).toEqual([
      'Contact: mailto:security@fourfold.example',
      'Contact: https://fourfold.example/report',
      'Expires: 2026-06-01T00:00:00-03:00',
      'Preferred-Languages: pt',
      'Canonical: https://fourfold.example/news/.well-known/security.txt',
      '',
    ]);
  });

  test('names the languages and the policy that the publisher says', () => {
    const said = { ...security, languages: ['en', 'fr'], policy: 'https://fourfold.example/policy' } as const;
    const text = formatSecurity(publicationSample(), said, addressesSample());
    expect(text).toContain('\nPreferred-Languages: en, fr\n');
    expect(text).toContain('\nPolicy: https://fourfold.example/policy\n');
  });

  test('refuses a day that there is not', () => {
    const said = { ...security, expires: 'in a year' };
    expect(() => formatSecurity(publicationSample(), said, addressesSample())).toThrow(
      'security.expires is "in a year", expected ISO 8601',
    );
  });
});

describe('the publisher', () => {
  test.each([
    ['2026-05-31T23:59:59+00:00', false],
    ['2026-06-01T00:00:00+00:00', true],
  ])('is warned at %s that security.txt is out of date: %s', (now, isWarned) => {
    const message = staleSecurity(publicationSample({ security }), now);
    expect(message?.includes('out of date since 2026-06-01T00:00:00+00:00') ?? false).toBe(isWarned);
  });

  test('there is no warning without security.txt', () => {
    expect(staleSecurity(publicationSample(), '2026-06-01T00:00:00+00:00')).toBeUndefined();
  });
});
