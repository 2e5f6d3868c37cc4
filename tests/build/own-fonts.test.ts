import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsFile } from '../../src/brief/briefs-folder.ts';
import type { Look, Publication } from '../../src/brief/publication.ts';
import { withLook } from '../../src/build/own-look.ts';
import { formatReport } from '../../src/check/report.ts';
import { publicationSample } from '../brief-sample.ts';
import { openTestProject, type TestProject } from './test-project.ts';

const bytesOf = (file: string): Buffer => readFileSync(createRequire(import.meta.url).resolve(file));
const variable = bytesOf('@fontsource-variable/schibsted-grotesk/files/schibsted-grotesk-latin-wght-normal.woff2'); // prettier-ignore
const plex = bytesOf('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff2');

let project: TestProject;

beforeAll(async () => {
  project = openTestProject();
  const ttf = await fontverter.convert(plex, 'truetype');
  const files: Record<string, Uint8Array> = {
    'Variable.woff2': variable,
    'Plex.woff2': plex,
    'Plex Semi Bold.ttf': ttf,
    'Cut.woff2': plex.subarray(0, 9000),
    'Empty.ttf': Buffer.concat([Buffer.from([0, 1, 0, 0]), Buffer.alloc(100)]),
    'Page.woff2': Buffer.from('<!doctype html>'),
    'Misnamed.ttf': plex,
    'Old.woff2': bytesOf('@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-600-normal.woff'),
    'Large.woff2': Buffer.alloc(1_000_001),
  };
  for (const [name, bytes] of Object.entries(files)) project.write(`briefs/_fonts/${name}`, bytes);
});

afterAll(() => {
  project[Symbol.dispose]();
});

async function read(fonts: NonNullable<Publication['fonts']>): Promise<{ look?: Look; report: string }> {
  const settings = publicationSample({ fonts });
  project.write(settingsFile, JSON.stringify(settings));
  const { publication, problems } = await withLook(project.root, settings);
  return {
    ...(publication.look && { look: publication.look }),
    report: problems.length === 0 ? '' : await formatReport(project.root, { diagnostics: problems }),
  };
}

describe('fonts of one’s own', () => {
  test('are read with their axes and their height', async () => {
    const { look, report } = await read({ headings: 'Variable.woff2', text: 'Plex Semi Bold.ttf' });
    expect(report).toBe('');
    expect(look?.fonts?.files).toEqual({
      headings: { source: 'briefs/_fonts/Variable.woff2', version: expect.stringMatching(/^[0-9a-f]{12}$/) as string, axes: { wght: [400, 900] }, height: expect.closeTo(1.234, 2) as number },
      text: { source: 'briefs/_fonts/Plex Semi Bold.ttf', version: expect.stringMatching(/^[0-9a-f]{12}$/) as string, axes: {}, height: expect.closeTo(1.3, 1) as number },
    }); // prettier-ignore
    expect(look?.fonts?.styles.css).toMatch(
      /url\('Plex-Semi-Bold\.[0-9a-f]{12}\.ttf'\) format\('truetype'\)/,
    );
  });

  test.each([
    ['Cut.woff2', 'briefs/_fonts/Cut.woff2:1:1', 'cannot be read: it is cut off or damaged'],
    ['Empty.ttf', 'briefs/_fonts/Empty.ttf:1:1', 'cannot be read: it is cut off or damaged'],
    ['Page.woff2', 'briefs/_fonts/Page.woff2:1:1', 'Unexpected kind of file, expected WOFF2'],
    ['Misnamed.ttf', 'briefs/_fonts/Misnamed.ttf:1:1', 'end its name in .woff2'],
    ['Old.woff2', 'briefs/_fonts/Old.woff2:1:1', 'font of the kind WOFF, expected WOFF2'],
    ['Large.woff2', 'briefs/_fonts/Large.woff2:1:1', 'expected at most 1000000'],
    ['Plx.woff2', 'briefs/_site.yaml:1:', 'did you mean "Plex.woff2"?'],
    ['Variable.ttf', 'briefs/_site.yaml:1:', 'did you mean "Variable.woff2"?'],
    ['None.woff2', 'briefs/_site.yaml:1:', 'put the file in briefs/_fonts/'],
  ])('are wrong where a file is: %s', async (name, place, said) => {
    const { look, report } = await read({ headings: name, labels: name });
    expect(report).toContain(place);
    expect(report).toContain('error  look-file');
    expect(report).toContain(said);
    expect(look).toBeUndefined();
  });

  test('are used as far as they are right', async () => {
    const { look, report } = await read({ headings: 'Plex.woff2', text: 'Cut.woff2', labels: 'None.woff2' });
    expect(Object.keys(look?.fonts?.files ?? {})).toEqual(['headings']);
    expect(report).toContain('2 errors');
  });
});
