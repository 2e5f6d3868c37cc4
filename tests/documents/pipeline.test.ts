import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { draftJsonSchema } from '../../src/check/draft-json-schema.ts';
import { publicationSample } from '../brief-sample.ts';
import { copyScripts, removeBriefs } from '../scripts/script-project.ts';
import { blocksOf, documentOf } from './documents.ts';

const pipeline = documentOf('.github/docs/pipeline.md');
const run = promisify(execFile);

interface Question {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly response_format: { readonly json_schema: { readonly schema: object } };
}

/** A recorded answer of a model that follows the schema. */
const good = {
  title: 'The harbour bridge closes for two years',
  summary: 'The council voted on Monday to close the bridge for two years. Ferries take its place.',
  date: null,
  lang: null,
  topics: ['roads'],
  ai: 'generated',
  sections: {
    whats_happening: 'The council [voted on Monday](https://example.org/vote) to close the bridge.',
    why_its_important: 'It carries half of the harbour’s traffic.',
    whats_next: 'Work starts in May.',
    beyond_the_headlines: 'The bridge is ninety years old.',
  },
  sources: [{ title: 'The vote', url: 'https://example.org/vote', publisher: 'The council', date: null }],
  figures: [{ value: '90 years', label: 'age of the bridge' }],
  watch: [{ by: '2026-05-31', expect: 'Work starts on the bridge' }],
};
const bad = { ...good, sections: { ...good.sections, whats_next: 'TODO' } };

let root: string;
let server: Server;
let asked: Question[] = [];
let answers: object[] = [];

beforeAll(async () => {
  root = copyScripts();
  removeBriefs(root);
  mkdirSync(join(root, 'dist/schema'), { recursive: true });
  writeFileSync(join(root, 'dist/schema/draft.json'), JSON.stringify(draftJsonSchema(publicationSample())));
  writeFileSync(join(root, 'prompt.txt'), blocksOf(pipeline, 'text')[0] ?? '');
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(JSON.parse(Buffer.concat(chunks).toString()) as Question);
      const content = JSON.stringify(answers[asked.length - 1]);
      response.end(JSON.stringify({ choices: [{ message: { content } }] }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
});

afterAll(() => {
  server.close();
  rmSync(root, { recursive: true, force: true });
});

// The only test that runs a program of another language and npm itself: both programs are part of the documentation.
test.each([
  ['TypeScript', 'ts', process.execPath],
  ['Python', 'python', 'python3'],
])(
  'the program in %s publishes what a model corrects',
  { timeout: 120_000 },
  async (_name, language, program) => {
    const [code = ''] = blocksOf(pipeline, language);
    expect(code.split('\n').length).toBeLessThan(40);
    const file = `publish.${language === 'ts' ? 'ts' : 'py'}`;
    writeFileSync(join(root, file), code);
    [asked, answers] = [[], [bad, good]];
    const { port } = server.address() as AddressInfo;
    const { stdout } = await run(program, [file, `bridge-${language}`, 'roads', 'The council voted.'], {
      cwd: root,
      env: {
        ...process.env,
        MODEL_URL: `http://127.0.0.1:${port}/`,
        MODEL: 'm',
        MODEL_KEY: 'k',
        PYTHONIOENCODING: 'utf-8',
      },
    });
    const brief = `briefs/bridge-${language}.md`;
    expect(stdout.trim().split(/\r?\n/)).toEqual([
      `Attempt 1: ${brief}, 1 problems`,
      `Attempt 2: ${brief}, 0 problems`,
    ]);
    expect(asked[0]?.response_format.json_schema.schema).toEqual(draftJsonSchema(publicationSample()));
    expect(asked[1]?.messages.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
    expect(asked[1]?.messages.at(-1)?.content).toMatch(/"code": ?"placeholder-text".*TODO/);
    const text = readFileSync(join(root, brief), 'utf8');
    expect(text).toContain("## What's Next?\n\nWork starts in May.\n");
    expect(text).not.toContain('status');
    expect(readdirSync(join(root, 'briefs')).filter((name) => name.startsWith('bridge-'))).toContain(
      `bridge-${language}.md`,
    );
  },
);

test('the workflow for drafts is YAML, and its commands have known options', () => {
  const [text = ''] = blocksOf(pipeline, 'yaml');
  const { jobs } = parseYaml(text) as { jobs: { import: { steps: { run?: string; uses?: string }[] } } };
  const actions = jobs.import.steps.flatMap(({ uses }) => uses ?? []);
  expect(actions).toEqual([expect.stringMatching(/^actions\/checkout@[0-9a-f]{40}/)]);
});
