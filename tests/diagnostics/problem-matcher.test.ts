import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticOf } from '../../src/diagnostics/diagnostic.ts';
import { formatHuman } from '../../src/diagnostics/print.ts';

interface Task {
  readonly command: string;
  readonly problemMatcher: {
    readonly pattern: readonly [Record<'regexp', string> & Record<string, number>, { readonly regexp: string; readonly message: number }]; // prettier-ignore
  };
}

const { tasks } = JSON.parse(readFileSync(new URL('../../.vscode/tasks.json', import.meta.url), 'utf8')) as {
  readonly tasks: readonly [Task];
};
const [task] = tasks;

test('the editor reads each problem of the report that its task prints: place, severity, code and message', () => {
  const source = '---\ntitle: x\n---\n';
  const report = formatHuman(
    [
      diagnosticOf('briefs/a b.md', {
        code: 'file-encoding',
        range: { start: 4, end: 9 },
        message: 'Unexpected byte',
      }),
      diagnosticOf('briefs/é.md', {
        code: 'sources-none',
        range: { start: 0, end: 1 },
        message: 'Unexpected: none',
      }),
    ],
    () => source,
  );
  const [first, second] = task.problemMatcher.pattern;
  const lines = report.split('\n');
  const found = lines.flatMap((line, at) => {
    const place = new RegExp(first.regexp).exec(line);
    const said = new RegExp(second.regexp).exec(lines[at + 1] ?? '');
    return place && said ? [[...place.slice(1), said[second.message]]] : [];
  });
  expect(found).toEqual([
    ['briefs/a b.md', '2', '1', 'error', 'file-encoding', 'Unexpected byte'],
    ['briefs/é.md', '1', '1', 'warning', 'sources-none', 'Unexpected: none'],
  ]);
  expect(task.command).not.toContain('--format');
});
