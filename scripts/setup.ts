import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { accentFrom } from '../src/brief/colour.ts';
import type { Publication } from '../src/brief/publication.ts';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { absolutePath, briefsFolderPath } from '../src/markdown/source-paths.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { readSettings } from '../src/settings/settings.ts';
import { editSettings, type SettingValue } from '../src/settings/settings-source.ts';
import { commandOf, startCommand, type Io } from './command.ts';
import { sampleBriefs } from './sample-briefs.ts';
import {
  answersOf,
  askForSetup,
  hosts,
  problemOf,
  tidy,
  type Host,
  type SetupAnswers,
} from './setup-questions.ts';

const usage = `Usage: npm run setup -- [options]

Makes this copy your own publication: asks for its name, address and so on, and writes the answers to briefs/_site.yaml.
Everything else in that file stays as it is. You can run it again.

Options:
  --yes                   Ask nothing. Use the options below, and keep the current settings for the rest.
  --name TEXT             The name of the publication.
  --address ADDRESS       The address of the home page.
  --description TEXT      What it is about, in one sentence.
  --lang TAG              The language of its pages.
  --time-zone ZONE        Its time zone, such as Europe/Berlin.
  --colour COLOUR         Its colour, such as '#b3321b'.
  --editor NAME           The person or desk that is responsible for the content.
  --editor-email EMAIL    Their mail address.
  --feedback ADDRESS      Where readers' answers go: a mail address, or the address of a form service.
  --host HOST             ${Object.keys(hosts).join(', ')}
  --samples WHAT          keep or remove the sample briefs.
  --help                  Print this text.

Exit code: 0 written, 1 cancelled, 2 wrong usage.`;

interface Arguments {
  readonly help: boolean;
  readonly yes: boolean;
  readonly offered: SetupAnswers;
}

const options = {
  name: 'name',
  address: 'address',
  description: 'description',
  lang: 'lang',
  'time-zone': 'timeZone',
  colour: 'colour',
  editor: 'editor',
  'editor-email': 'editorEmail',
  feedback: 'feedback',
  host: 'host',
  samples: 'samples',
} as const satisfies Record<string, keyof SetupAnswers>;

const stepsOf: Readonly<Record<Host, string>> = {
  'github-pages':
    'Settings → Pages → Source: GitHub Actions, then push: .github/workflows/publish.yml does the rest',
  cloudflare: 'Cloudflare Pages: build command `npm run build`, output directory `dist`',
  netlify: 'Netlify: build command `npm run build`, publish directory `dist`',
  vercel: 'npm run build && npm run -s host -- vercel > dist/vercel.json && npx vercel deploy dist --prod',
  s3: 'npm run build && npm run -s host -- s3 --bucket <name> | sh',
  server:
    'npm run -s host -- nginx prints the server, npm run deploy -- user@server:/var/www/… puts the site there',
  other: 'npm run build                   makes dist/, which any host serves',
};

export const setup = commandOf<Arguments>(async (io) => {
  const site = await readSettings(io.root);
  return {
    usage,
    read: (given) => readArguments(given, site, io),
    act: (answers) => setUp(answers, site, io),
  };
});

function readArguments(words: readonly string[], site: Publication, { root, input }: Io): Arguments | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const given: Record<string, string> = {};
  const problems: string[] = [];
  for (const [option, field] of Object.entries(options)) {
    const answer = (values as Record<string, unknown>)[option];
    if (typeof answer !== 'string') continue;
    given[field] = tidy(field, answer);
    const problem = problemOf(field, given[field]);
    if (problem !== undefined) problems.push(`--${option}: ${problem}${problem.endsWith('?') ? '' : '.'}`);
  }
  if (problems.length > 0) return problems.join('\n');
  if (input.isTTY !== true && !values['yes'] && !values['help']) {
    return 'Expected a terminal to ask on, or --yes.';
  }
  const offered = { ...answersOf(site, 'keep'), ...suggestedAddress(root, site), ...given };
  if (values['yes'] && offered.editor === '' && offered.editorEmail !== '')
    return '--editor-email: Expected --editor too, to say whose address it is.';
  return { help: values['help'], yes: values['yes'], offered };
}

async function setUp({ yes, offered }: Arguments, site: Publication, io: Io): Promise<number> {
  const { root, console } = io;
  const answers = yes ? offered : await askForSetup({ ...offered, timeZone: zoneToOffer(offered) });
  if (!answers) {
    console.error('Cancelled. Nothing was changed.');
    return 1;
  }
  const path = absolutePath(root, settingsFile);
  await writeFileAtomic(path, editSettings(readFileSync(path, 'utf8'), changesOf(answers, site, io)));
  console.log(`Written: ${settingsFile}`);
  if (answers.samples === 'remove') removeSamples(io);
  console.log(`\n${nextSteps(answers).join('\n')}`);
  return 0;
}

function changesOf(
  answers: SetupAnswers,
  site: Publication,
  { environment }: Io,
): (readonly [string, SettingValue])[] {
  const { name, address, description, lang, timeZone, colour, editor, editorEmail, feedback } = answers;
  const email = editorEmail === '' ? undefined : editorEmail;
  const isMail = feedback.includes('@') && !feedback.includes('/');
  const ways = isMail ? { kind: 'mailto', address: feedback } : { kind: 'form', endpoint: feedback };
  return [
    ['name', name],
    ['address', address],
    // Only while it is the default, since readers identify the briefs by it.
    ...(site.identity.authority === 'fourfold.example'
      ? [['identity', { authority: new URL(address).hostname, year: yearOf(environment, timeZone) }] as const]
      : []),
    ['description', description],
    ['lang', lang],
    ['timeZone', timeZone],
    // Unchanged, because it may be written by hand.
    ...(colour === (site.accent?.light ?? '')
      ? []
      : [['accent', colour === '' ? undefined : accentFrom(colour)] as const]),
    ['editor', editor === '' ? undefined : { name: editor, email }],
    ['feedback', feedback === '' ? undefined : ways],
  ];
}

function yearOf(environment: NodeJS.ProcessEnv, timeZone: string): number {
  return Number(momentOfBuild(environment, timeZone).slice(0, 4));
}

function removeSamples({ root, console }: Io): void {
  const folder = briefsFolderPath(root);
  const there = sampleBriefs.filter((file) => existsSync(join(folder, file)));
  for (const file of there) rmSync(join(folder, file));
  try {
    // Files added by the publisher stay.
    rmdirSync(join(folder, 'pictures'));
  } catch {
    // Missing or not empty.
  }
  console.log(`Removed: ${there.length} sample files from briefs/`);
}

function nextSteps({ host, lang }: SetupAnswers): string[] {
  return [
    'Next:',
    '  npm run new                     starts a brief',
    '  npm run dev                     shows the site while you write',
    `  briefs/_pages/                  about, how you use AI, contact: they describe the sample site until you write your own${lang === 'en' ? '' : ', in your language'}`,
    `  ${stepsOf[host]}`,
  ];
}

/** The address of GitHub Pages, for a GitHub project that still has the default address. */
function suggestedAddress(root: string, site: Publication): { address?: string } {
  if (!new URL(site.address).hostname.endsWith('.example')) return {};
  try {
    const remote = execFileSync('git', ['remote', 'get-url', 'origin'], {
      cwd: root,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    const [, owner, name] = /github\.com[:/]([^/]+)\/([^/\s]+?)(?:\.git)?\s*$/.exec(remote) ?? [];
    if (owner === undefined || name === undefined) return {};
    const home = `${owner.toLowerCase()}.github.io`;
    return { address: name.toLowerCase() === home ? `https://${home}/` : `https://${home}/${name}/` };
  } catch {
    return {};
  }
}

/** The local time zone, unless another one is set. */
function zoneToOffer({ timeZone }: SetupAnswers): string {
  return timeZone === 'Etc/UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
}

if (import.meta.main) await startCommand('setup', setup);
