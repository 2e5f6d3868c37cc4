import { describe, expect, it } from 'vitest';
import { diagnosticOf, sortDiagnostics, type Finding } from '../../src/diagnostics/diagnostic.ts';
import { formatHuman } from '../../src/diagnostics/print.ts';
import { quote } from '../../src/diagnostics/quote.ts';
import { cpuTime } from '../cpu-time.ts';

const file = 'briefs/a.md';

function formatAt(source: string, meant: string, said: Partial<Finding> = {}): string[] {
  const start = source.indexOf(meant);
  const finding: Finding = {
    code: 'raw-html',
    range: { start, end: start + meant.length },
    message: 'M',
    ...said,
  };
  return formatHuman([diagnosticOf(file, finding)], (path) => (path === file ? source : undefined)).split(
    '\n',
  );
}

describe('the report for people', () => {
  it('shows the line with two before it, and carets under what is meant', () => {
    expect(formatAt('one\ntwo\nthree\nfour <b> five\nsix', '<b>', { note: { text: 'N' } })).toEqual([
      'briefs/a.md:4:6  error  raw-html',
      '  M',
      '  2 │ two',
      '  3 │ three',
      '  4 │ four <b> five',
      '    │      ^^^',
      '  note: N',
      '',
      '1 error, 0 warnings',
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('finds the line whether lines end in %j', (end) => {
    const [place, , one, two, carets] = formatAt(['one', 'two'].join(end), 'two');
    expect(place).toMatch(/^briefs\/a\.md:2:1 /);
    expect([one, two, carets]).toEqual(['  1 │ one', '  2 │ two', '    │ ^^^']);
  });

  it('shows the first twenty of many similar problems, and their number', () => {
    const source = '<b>'.repeat(60_000);
    const finding = (at: number): Finding => ({ code: 'raw-html', range: { start: at * 3, end: at * 3 + 3 }, message: `M${at}` }); // prettier-ignore
    const alike = Array.from({ length: 60_000 }, (_, at) => diagnosticOf(file, finding(at)));
    const other = diagnosticOf(file, { code: 'title-length', range: { start: 0, end: 1 }, message: 'Other' });
    const report = formatHuman([...alike, other], () => source);
    expect(report).toContain('M19\n');
    expect(report).not.toContain('M20\n');
    expect(report).toContain('Other');
    expect(report).toContain('briefs/a.md  59980 more of raw-html');
    expect(report).toContain('60000 errors, 1 warning');
    expect(formatHuman(alike.slice(0, 20), () => source)).not.toContain('more of');
  });

  it('aligns line numbers of different widths', () => {
    expect(formatAt(`${'x\n'.repeat(9)}here`, 'here').slice(2, 6)).toEqual([
      '   8 │ x',
      '   9 │ x',
      '  10 │ here',
      '     │ ^^^^',
    ]);
  });

  it('marks the first line alone of what goes over several', () => {
    expect(formatAt('a <b\nc> d', '<b\nc>').slice(2, 4)).toEqual(['  1 │ a <b', '    │   ^^']);
  });

  it('marks the position after the last character, where something is missing', () => {
    const report = formatHuman(
      [diagnosticOf(file, { code: 'raw-html', range: { start: 3, end: 4 }, message: 'M' })],
      () => 'abc',
    );
    expect(report).toContain('1 │ abc\n    │    ^');
  });

  it('keeps tabs, so that the carets align with the text', () => {
    expect(formatAt('\tab <b>', '<b>')[3]).toBe('    │ \t   ^^^');
  });

  it.each([
    ['未来 <b>', '<b>', '     ^^^'],
    ['x 未来', '未来', '  ^^^^'],
    ['e\u0301 <b>', '<b>', '  ^^^'],
    ['🙂 <b>', '<b>', '   ^^^'],
  ])('counts the columns of %j as a terminal does', (source, meant, carets) => {
    expect(formatAt(source, meant)[3]).toBe(`    │ ${carets}`);
  });

  it('shows the part of a long line that is meant', () => {
    const [, , line = '', carets = ''] = formatAt(`${'word '.repeat(60)}<b>${' word'.repeat(60)}`, '<b>');
    expect(line.length).toBeLessThanOrEqual(106);
    expect(line).toMatch(/│ ….*…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('<b>');
  });

  it('shows no line of a file that cannot be shown, nor for a problem of the file as such', () => {
    const whole: Finding = { code: 'file-size', range: { start: 0, end: 0 }, message: 'M' };
    expect(formatHuman([diagnosticOf(file, whole)], () => undefined)).toContain(
      'a.md:1:1  error  file-size\n  M\n\n',
    );
    expect(formatHuman([diagnosticOf(file, whole)], () => 'text')).not.toContain('│');
  });

  it('names a second place by its line, and by its file if that is another', () => {
    const range = { start: 2, end: 3 };
    const at = (other: string) =>
      formatAt('a\nb', 'a', { note: { text: 'see {place}', at: { file: other, range } } });
    expect(at(file)).toContain('  note: see line 2');
    expect(at('briefs/$&.md')).toContain('  note: see briefs/$&.md');
  });

  it('sends no control character of a brief to the terminal', () => {
    const source = 'a \u001b[2J\u0007\u009b\u202e\u{e0041} <b>';
    const report = formatAt(source, '<b>', { message: 'M \u001b[31m\ud800' }).join('\n');
    expect(report).toContain(`a ␛[2J␇\ufffd\ufffd\ufffd <b>\n    │ ${' '.repeat(11)}^^^`);
    expect(report).toContain('M ␛[31m\ufffd');
  });

  it('counts errors and warnings', () => {
    const range = { start: 0, end: 1 };
    const codes = ['raw-html', 'raw-html', 'sources-none'] as const;
    const diagnostics = codes.map((code) => diagnosticOf(file, { code, range, message: 'M' }));
    expect(formatHuman(diagnostics, () => 'x')).toMatch(/\n\n2 errors, 1 warning$/);
    expect(formatHuman([], () => 'x')).toBe('0 errors, 0 warnings');
  });

  it('is quick with many problems in a large file', () => {
    const source = '<b> x\n'.repeat(100_000);
    const diagnostics = Array.from({ length: 5000 }, (_, at) =>
      diagnosticOf(file, { code: 'raw-html', range: { start: at * 6, end: at * 6 + 3 }, message: 'M' }),
    );
    const started = cpuTime();
    formatHuman(diagnostics, () => source);
    expect(cpuTime() - started).toBeLessThan(2000);
  });
});

describe('the order of problems', () => {
  it('is by file, place, code and message', () => {
    const one = (path: string, start: number, code: 'image-alt' | 'raw-html', message: string) =>
      diagnosticOf(path, { code, range: { start, end: start + 1 }, message });
    const sorted = [
      one('briefs/a.md', 1, 'raw-html', 'a'),
      one('briefs/a.md', 2, 'image-alt', 'b'),
      one('briefs/a.md', 2, 'raw-html', 'a'),
      one('briefs/a.md', 2, 'raw-html', 'b'),
      one('briefs/b.md', 0, 'raw-html', 'a'),
    ];
    expect(sortDiagnostics(sorted.toReversed())).toEqual(sorted);
  });
});

describe('a quotation in a message', () => {
  it.each([
    ['short', '"short"'],
    [' two\nlines\t', '"two lines"'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [`${'x'.repeat(59)}🙂🙂`, `"${'x'.repeat(59)}\ufffd…"`],
  ])('of %j is %s', (text, quoted) => {
    expect(quote(text)).toBe(quoted);
  });
});
