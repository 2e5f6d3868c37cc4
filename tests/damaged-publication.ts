import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect } from 'vitest';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { check } from '../scripts/check.ts';
import { damage, damageToBytes } from './damage.ts';
import { runCommand } from './scripts/run-command.ts';
import { runScript } from './site/project.ts';
import { validBriefs } from './valid-brief.ts';

/** By path from the project's root. */
type Files = readonly (readonly [file: string, content: string | Buffer])[];

interface Report {
  readonly problems: readonly {
    readonly file: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Valid briefs in every language, each with something wrong. */
export async function damagedBriefs(seed: number): Promise<Files> {
  const changes = fc.sample(damage, { numRuns: 10, seed });
  const files = valid(10, seed).map(([file, text], at) => [file, changes[at]?.(text) ?? text] as const);
  return [...files, ['briefs/pictures/sea.png', await image()]];
}

/** Valid briefs, with changed bytes in their image and in two of their files. */
export async function damagedBytes(seed: number): Promise<Files> {
  const [ofImage, ...changes] = fc.sample(damageToBytes, { numRuns: 3, seed });
  const files = valid(4, seed).map(
    ([file, text], at) => [file, changes[at]?.(Buffer.from(text)) ?? text] as const,
  );
  const whole = await image();
  return [...files, ['briefs/pictures/sea.png', ofImage?.(whole) ?? whole]];
}

const page = `---
title: Imprint
description: Who makes this, and where to write to us.
---

## Who we *are*

Since 2025 we have published [news](/topics/) and more.[^1]

<Quote who="Ann" source="Us" url="/topics/">Words.</Quote>

![The sea](../pictures/sea.png)

| a | b |
| --- | --- |
| 1 | \\{ |

[Up](#who-we-are)

[^1]: A note.
`;

/** Standing pages, each with something wrong. */
export async function damagedPages(seed: number): Promise<Files> {
  const changes = fc.sample(damage, { numRuns: 10, seed });
  const files = changes.map((change, at) => [`briefs/_pages/page-${at}.mdx`, change(page)] as const);
  return [...files, ['briefs/pictures/sea.png', await image()]];
}

const settings = readFileSync(new URL('../briefs/_site.yaml', import.meta.url), 'utf8');

const literals = ['0', '-1', '1.5', "''", "'x'", 'null', '~', 'true', '[]', '{}', '[null]', '{ a: 1 }', '&a b', '*a', '!!js/function x', '|', '>-', '.nan', '- x', '# x'] as const; // prettier-ignore

/** Settings with damaged text, a changed value, or an unknown key. */
export function damagedSettings(seed: number): Files {
  const values = [...settings.matchAll(/(?<=: )(?:'[^'\n]*'|[^\s'{][^\n{]*|\{[^{}]*\})/g)];
  const change = fc.oneof(
    damage,
    fc.tuple(fc.constantFrom(...values), fc.constantFrom(...literals)).map(([value, other]) => (): string => settings.slice(0, value.index) + other + settings.slice(value.index + value[0].length)),
    fc.tuple(fc.constantFrom(...values), fc.constantFrom('nme', '__proto__', 'constructor', "'a b'", '1', '? a')).map(([value, key]) => (): string => `${settings.slice(0, value.index)}${value[0]}\n${key}: 1${settings.slice(value.index + value[0].length)}`),
  ); // prettier-ignore
  const [changed] = fc.sample(change, { numRuns: 1, seed });
  return [[settingsFile, changed?.(settings) ?? settings]];
}

function valid(count: number, seed: number): (readonly [string, string])[] {
  return fc
    .sample(validBriefs(count), { numRuns: 1, seed })
    .flatMap((briefs) => [...briefs].map(([file, text]) => [`briefs/${file}`, text] as const));
}

function image(): Promise<Buffer> {
  return sharp({ create: { width: 90, height: 60, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer();
}

/**
 * Checks files of a project without other briefs: each problem has a position in one of them, and nothing is printed
 * besides the report and what was not checked.
 */
export async function expectPlaces(root: string, files: Files): Promise<void> {
  writeDamaged(root, files);
  const { code, out, errors } = await runCommand(check, root, ['--format', 'json'], { environment });
  expect(errors.trim()).toMatch(/^(?:The briefs were not checked, since that needs the settings\.)?$/);
  const { problems } = JSON.parse(out) as Report;
  for (const { file, start, message } of problems) {
    const text = files.find(([name]) => name === file)?.[1].toString();
    expect(text, `${file}: ${message}`).toBeDefined();
    const lines = text?.split(/\r\n|\r|\n/) ?? [];
    expect(start.line, message).toBeGreaterThanOrEqual(1);
    expect(start.line, message).toBeLessThanOrEqual(lines.length);
    expect(start.column, message).toBeGreaterThanOrEqual(1);
    expect(start.column, message).toBeLessThanOrEqual((lines[start.line - 1]?.length ?? 0) + 1);
    expect(message).not.toMatch(/undefined|\[object|\bnull\b|^\s*at /m);
  }
  expect(code).toBe(problems.some(({ severity }) => severity === 'error') ? 1 : 0);
}

/** Builds them: errors of `check` are errors with a position, without a stack trace. */
export async function expectFailedBuild(root: string, files: Files): Promise<void> {
  writeDamaged(root, files);
  const checked = await runCommand(check, root, [], { environment });
  const { code, output } = await runScript(root, 'build', environment);
  expect(output).not.toMatch(/^\s+at .*:\d+:\d+/m);
  if (checked.code === 0 && code === 0) return;
  expect(code).toBe(1);
  expect(output).toMatch(/^briefs\/.*:\d+:\d+ {2}error/m);
}

const environment = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };

function writeDamaged(root: string, files: Files): void {
  rmSync(join(root, 'briefs'), { recursive: true, force: true });
  mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
  mkdirSync(join(root, 'briefs/_pages'), { recursive: true });
  for (const [file, content] of [[settingsFile, settings] as const, ...files])
    writeFileSync(join(root, file), content);
}
