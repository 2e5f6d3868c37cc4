import { expect, test } from 'vitest';
import { mailLinkOf, shareLinksOf } from '../../src/metadata/share.ts';

const page = { title: 'R&D + 50 % more: “why?” #1', address: 'https://fourfold.example/news/briefs/r-d/' };

test('every link contains the complete title and address, with any characters', () => {
  for (const { name, href } of shareLinksOf(page)) {
    const said = [...new URL(href).searchParams.values()].join(' ');
    expect(said, name).toContain(page.address);
    if (name !== 'LinkedIn') expect(said, name).toContain(page.title);
    expect(href, name).toMatch(/^https:\/\/[^+]+$/);
  }
});

test('a letter has the title as its subject and the address in its text', () => {
  const [, subject = '', body = ''] = /^mailto:\?subject=([^&]*)&body=([^&]*)$/.exec(mailLinkOf(page)) ?? [];
  expect(decodeURIComponent(subject)).toBe(page.title);
  expect(decodeURIComponent(body)).toBe(`${page.title}\r\n${page.address}`);
});
