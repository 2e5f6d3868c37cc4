import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../src/hosting/content-security-policy.ts';

describe('the policy', () => {
  test('allows nothing inline and no other host', () => {
    expect(contentSecurityPolicy()).toMatch(/^default-src 'self'(;|$)/);
    expect(contentSecurityPolicy()).not.toMatch(/unsafe|https?:|\*|data:|sha\d|nonce/);
  });

  test('of a page whose form sends elsewhere allows that origin, to the form and to its script, and nothing more', () => {
    const policy = contentSecurityPolicy({ postsTo: 'https://forms.example' });
    const opened = policy.split('; ').filter((directive) => directive.includes('https://forms.example'));
    expect(opened).toEqual([
      "connect-src 'self' https://forms.example",
      "form-action 'self' https://forms.example",
    ]);
    expect(policy).toMatch(/^default-src 'self'; /);
  });

  test('of a page that searches allows WebAssembly, and no other code that is not a file of the site’s', () => {
    const opened = contentSecurityPolicy({ searches: true }).split('; ');
    const plain = contentSecurityPolicy().split('; ');
    expect(opened.filter((directive) => !plain.includes(directive))).toEqual([
      "script-src 'self' 'wasm-unsafe-eval'",
    ]);
  });
});
