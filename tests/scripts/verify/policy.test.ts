import { describe, expect, it } from 'vitest';
import { directivesOf, weaknessesOf } from '../../../scripts/verify/policy.ts';

const strict = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'";
const askNobody = (): boolean => false;

describe('a policy', () => {
  it('is read with names and keywords in any case', () => {
    expect(directivesOf("Default-SRC 'SELF' https://A.example/Path;; object-src 'None'")).toEqual(
      new Map([
        ['default-src', ["'self'", 'https://A.example/Path']],
        ['object-src', ["'none'"]],
      ]),
    );
  });

  it('counts the first of two directives with one name', () => {
    expect(directivesOf("script-src 'self'; SCRIPT-SRC 'unsafe-inline'").get('script-src')).toEqual([
      "'self'",
    ]);
  });

  it.each([strict, strict.toUpperCase(), strict.replace("'none'", "'NONE'")])(
    'without a weakness: %s',
    (policy) => {
      expect(weaknessesOf(policy, askNobody)).toEqual([]);
    },
  );

  it.each([
    ["script-src 'UNSAFE-INLINE'", "has a policy that allows too much: script-src 'unsafe-inline'"],
    ['style-src https://a.example', 'has a policy that allows too much: style-src https://a.example'],
    ['connect-src https://a.example', 'has a policy that allows too much: connect-src https://a.example'],
  ])('with %s allows too much', (more, weakness) => {
    expect(weaknessesOf(`${strict}; ${more}`, askNobody)).toEqual([weakness]);
  });

  it('lets requests go to hosts that may be asked', () => {
    const policy = `${strict}; connect-src https://a.example; script-src 'self' 'WASM-unsafe-eval' 'SHA256-abc='`;
    expect(weaknessesOf(policy, (source) => source === 'https://a.example')).toEqual([]);
  });

  it('says what it lacks', () => {
    expect(weaknessesOf("script-src 'self'", askNobody)).toEqual([
      'has a policy without default-src',
      'has a policy without base-uri',
      'has a policy without form-action',
      "has a policy without object-src 'none'",
    ]);
  });
});
