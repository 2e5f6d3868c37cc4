import { describe, expect, test } from 'vitest';
import { aiLabel } from '../../src/languages/ai-label.ts';
import { en } from '../../src/languages/en.ts';

describe('the AI label', () => {
  test.each([
    { ai: 'generated', reviewer: 'Standards desk', label: 'AI-generated, reviewed by Standards desk' },
    { ai: 'assisted', reviewer: 'Standards desk', label: 'AI-assisted, reviewed by Standards desk' },
    { ai: 'generated', reviewer: undefined, label: 'AI-generated' },
    { ai: 'assisted', reviewer: undefined, label: 'AI-assisted' },
    { ai: 'none', reviewer: 'Standards desk', label: undefined },
    { ai: 'none', reviewer: undefined, label: undefined },
  ] as const)('of $ai text reviewed by $reviewer reads $label', ({ ai, reviewer, label }) => {
    expect(aiLabel({ ai, ...(reviewer !== undefined && { reviewer }) }, en)).toBe(label);
  });

  test('names a reviewer as written, even where the name means something to a replacement', () => {
    expect(aiLabel({ ai: 'generated', reviewer: '$& {reviewer}' }, en)).toBe(
      'AI-generated, reviewed by $& {reviewer}',
    );
  });
});
