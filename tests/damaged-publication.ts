import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect } from 'vitest';
import { check } from '../scripts/check.ts';
import { damage, damageToBytes } from './damage.ts';
import { runCommand } from './scripts/run-command.ts';
import { validBriefs } from './valid-brief.ts';

type Files = readonly (readonly [file: string, content: string | Buffer])[];

interface Report {
  readonly problems: readonly {
    readonly file: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Valid briefs in ten languages, with something wrong in each. */
export async function damagedBriefs(seed: number): Promise<Files> {
  const changes = fc.sample(damage, { numRuns: 10, seed });
  const files = valid(10, seed).map(([file, text], at) => [file, changes[at]?.(text) ?? text] as const);
  return [...files, ['pictures/sea.png', await picture()]];
}

/** Valid briefs, with other bytes in the picture that they show and in two of their files. */
export async function damagedBytes(seed: number): Promise<Files> {
  const [ofPicture, ...changes] = fc.sample(damageToBytes, { numRuns: 3, seed });
  const files = valid(4, seed).map(
    ([file, text], at) => [file, changes[at]?.(Buffer.from(text)) ?? text] as const,
  );
  const whole = await picture();
  return [...files, ['pictures/sea.png', ofPicture?.(whole) ?? whole]];
}

function valid(count: number, seed: number): (readonly [string, string])[] {
  return fc.sample(validBriefs(count), { numRuns: 1, seed }).flatMap((briefs) => [...briefs]);
}

function picture(): Promise<Buffer> {
  return sharp({ create: { width: 90, height: 60, channels: 3, background: '#246' } })
    .jpeg()
    .toBuffer();
}

/** Checks files as the briefs of a project: each problem has a place in one of them, and nothing is said beside the report. */
export async function expectPlaces(root: string, files: Files): Promise<void> {
  rmSync(join(root, 'briefs'), { recursive: true, force: true });
  mkdirSync(join(root, 'briefs/pictures'), { recursive: true });
  for (const [file, content] of files) writeFileSync(join(root, 'briefs', file), content);
  const environment = { BRIEFS_NOW: '2026-01-01T12:00:00Z' };
  const { code, out, errors } = await runCommand(check, root, ['--format', 'json'], { environment });
  expect(errors).toBe('');
  const { problems } = JSON.parse(out) as Report;
  for (const { file, start, message } of problems) {
    const text = files.find(([name]) => `briefs/${name}` === file)?.[1].toString();
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
