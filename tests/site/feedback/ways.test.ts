import { expect, test } from 'vitest';
import { endpointOf, postsTo } from '../../../src/site/feedback/endpoint.ts';
import { mailOf } from '../../../src/site/feedback/mail.ts';
import { publicationSample } from '../../brief-sample.ts';

const publication = publicationSample();

test.each([
  ['https://forms.example/f/abc?x=1', 'https://forms.example/f/abc?x=1', 'https://forms.example'],
  ['http://localhost:8080/votes', 'http://localhost:8080/votes', 'http://localhost:8080'],
  ['https://fourfold.example/votes?a=b', '/votes?a=b', undefined],
  ['/votes', '/votes', undefined],
  ['votes', '/news/votes', undefined],
])('the endpoint %s is sent to as %s, and opens the policy to %s', (endpoint, action, origin) => {
  expect(endpointOf({ endpoint }, publication)).toBe(action);
  expect(postsTo({ kind: 'form', endpoint }, publication)).toBe(origin);
});

test('mail, or no question at all, does not change the policy', () => {
  expect(postsTo({ kind: 'mailto', address: 'desk@fourfold.example' }, publication)).toBeUndefined();
  expect(postsTo('none', publication)).toBeUndefined();
  expect(postsTo(undefined, publication)).toBeUndefined();
});

test('a mail has the words as its subject and the fields as its body', () => {
  const brief = { slug: 'last-coal', lang: 'en', title: 'Coal & gas: 50% less?' };
  const link = new URL(mailOf('news+desk@fourfold.example', brief, { answer: 'yes' }, 'Useful? Yes'));
  expect(link.pathname).toBe('news%2Bdesk@fourfold.example');
  expect([...link.searchParams]).toEqual([
    ['subject', 'Useful? Yes · Coal & gas: 50% less?'],
    ['body', 'brief: last-coal\r\nlang: en\r\nanswer: yes'],
  ]);
  // Mail programs only decode %20, not a plus sign.
  expect(link.search).not.toContain('+');
});
