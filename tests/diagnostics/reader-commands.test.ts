import { expect, test } from 'vitest';
import { commandsOfPackage } from '../../src/diagnostics/reader-commands.ts';

test('commands are named as the reader of a package types them, and what stands in a column stays in it', () => {
  expect(commandsOfPackage('run `npm run check -- --fix`, then npm run publish-brief -- a')).toBe(
    'run `npx fourfold check --fix`, then npx fourfold publish a',
  );
  const [one = '', two = ''] = commandsOfPackage(
    'npm run new         starts\nbriefs/_pages/      read',
  ).split('\n');
  expect(one).toBe('npx fourfold new    starts');
  expect(one.indexOf('starts')).toBe(two.indexOf('read'));
});
