import { describe, expect, it } from 'vitest';
import { isOutOfDate, visibilityOf } from '../../src/brief/visibility.ts';

const date = '2025-09-18T09:00:00+08:00';

describe('what the public may see of a brief', () => {
  it.each([
    ['published', '2025-09-18T00:59:59+00:00', 'embargoed'],
    ['published', '2025-09-18T01:00:00+00:00', 'public'],
    ['published', '2025-09-18T01:00:01+00:00', 'public'],
    ['draft', '2025-09-18T00:59:59+00:00', 'draft'],
    ['draft', '2026-01-01T00:00:00+00:00', 'draft'],
    ['withdrawn', '2025-09-18T00:59:59+00:00', 'embargoed'],
    ['withdrawn', '2025-09-18T01:00:00+00:00', 'withdrawn'],
  ] as const)('when it is %s at %s: it is %s', (status, now, visibility) => {
    expect(visibilityOf({ status, date }, now)).toBe(visibility);
  });

  it.each([
    ['2025-09-30T21:59:59+00:00', false],
    ['2025-09-30T22:00:00+00:00', true],
  ])('at %s it is out of date: %s', (now, outOfDate) => {
    expect(isOutOfDate({ expires: '2025-10-01T00:00:00+02:00' }, now)).toBe(outOfDate);
  });

  it('is never out of date when it does not expire', () => {
    expect(isOutOfDate({}, '2999-01-01T00:00:00+00:00')).toBe(false);
  });
});
