import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import writeFileAtomic from 'write-file-atomic';
import { accentFrom } from '../src/brief/colour.ts';
import { aiUses, type Publication } from '../src/brief/publication.ts';
import { wordsIn } from '../src/brief/words.ts';
import { settingsFile } from '../src/brief/briefs-folder.ts';
import { absolutePath } from '../src/markdown/source-paths.ts';
import { momentOfBuild } from '../src/build/build-moment.ts';
import { sampleGroups } from '../src/build/samples.ts';
import { readSettings } from '../src/settings/settings.ts';
import { editSettings, type SettingChange } from '../src/settings/settings-source.ts';
import { commandOf, startCommand, type Io } from './command.ts';
import {
  answersOf,
  problemOf,
  readAnswer,
  withOwnDescription,
  withoutSamples,
  type SetupAnswers,
} from './setup-answers.ts';
import { hasSamples, removeSamples, replaceIcon, replacePages, writtenPrivacyPage } from './setup-files.ts';
import {
  addressOnGitHub,
  addressToOffer,
  companies,
  hostOf,
  hosts,
  isExample,
  stepsOf,
} from './setup-hosts.ts';
import { askForSetup } from './setup-questions.ts';

const usage = `Usage: npm run setup -- [options]

Makes this copy your own publication: asks for its host, address, name and so on, writes the answers to briefs/_site.yaml, and
writes the standing pages (about, how you use AI, contact, privacy) and a plain icon from them. Everything else in the settings stays as it is,
and so do pages and an icon of your own. You can run it again.

Options:
  --yes                   Ask nothing. Use the options below, and keep the current settings for the rest.
  --host HOST             ${Object.keys(hosts).join(', ')}
  --address ADDRESS       The address of the home page. Default on GitHub Pages: https://OWNER.github.io/REPOSITORY/
  --name TEXT             The name of the publication.
  --description TEXT      What it is about, in one sentence.
  --lang TAG              The language of its pages.
  --time-zone ZONE        Its time zone, such as Europe/Berlin.
  --colour COLOUR         Its colour, such as '#b3321b'.
  --ai USE                How far AI writes its briefs: ${aiUses.join(', ')}, or each if every brief must say it.
  --editor NAME           The person or desk that is responsible for the content.
  --editor-email EMAIL    Their mail address.
  --feedback ADDRESS      Where readers' answers go: a mail address, or the address of a form service; '' not to ask.
                          Default: the editor's mail address.
  --samples WHAT          remove (default) or keep the sample briefs and their topics.
  --help                  Print this text.

Exit code: 0 written, 1 cancelled, 2 wrong usage.`;

interface Arguments {
  readonly help: boolean;
  readonly yes: boolean;
  readonly offered: SetupAnswers;
}

const options = {
  host: 'host',
  address: 'address',
  name: 'name',
  description: 'description',
  lang: 'lang',
  'time-zone': 'timeZone',
  colour: 'colour',
  ai: 'ai',
  editor: 'editor',
  'editor-email': 'editorEmail',
  feedback: 'feedback',
  samples: 'samples',
} as const satisfies Record<string, keyof SetupAnswers>;

export const setup = commandOf<Arguments>(async (io) => {
  const site = await readSettings(io.root);
  return {
    usage,
    read: (given) => readArguments(given, site, io),
    act: (answers) => setUp(answers, site, io),
  };
});

function readArguments(
  words: readonly string[],
  site: Publication,
  { root, input, console }: Io,
): Arguments | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const given: Partial<Record<keyof SetupAnswers, string>> = {};
  const problems: string[] = [];
  for (const [option, field] of Object.entries(options)) {
    const answer = (values as Record<string, unknown>)[option];
    if (typeof answer !== 'string') continue;
    const { value, isGuess } = readAnswer(field, answer);
    given[field] = value;
    const problem = problemOf(field, value);
    if (problem !== undefined) problems.push(`--${option}: ${problem}${problem.endsWith('?') ? '' : '.'}`);
    else if (isGuess) console.error(`--${option}: ${answer} is read as ${value}.`);
  }
  if (problems.length > 0) return problems.join('\n');
  if (input.isTTY !== true && !values['yes'] && !values['help']) {
    return 'Expected a terminal to ask on, or --yes.';
  }
  const offered = offer(root, site, given);
  if (values['yes'] && offered.editor === '' && offered.editorEmail !== '')
    return '--editor-email: Expected --editor too, to say whose address it is.';
  return { help: values['help'], yes: values['yes'], offered };
}

/** The given answers, completed from the settings. */
function offer(
  root: string,
  site: Publication,
  given: Partial<Record<keyof SetupAnswers, string>>,
): SetupAnswers {
  const onGitHub = addressOnGitHub(root);
  const present = answersOf(site, hostOf(site.address, writtenPrivacyPage(root)));
  const isNew = isExample(site.address) && present.host === 'other' && given.address === undefined;
  const host = isNew && onGitHub !== undefined ? 'github-pages' : present.host;
  const offered = { ...present, host, ...given } as SetupAnswers;
  const address = given.address ?? addressToOffer(offered.host, site.address, onGitHub);
  return {
    ...offered,
    address: address === '' ? site.address : address,
    feedback: given.feedback ?? (offered.feedback === '' ? offered.editorEmail : offered.feedback),
  };
}

async function setUp({ yes, offered }: Arguments, site: Publication, io: Io): Promise<number> {
  const { root, console } = io;
  const answers = yes ? withOwnDescription(offered) : await askOn(root, offered, hasSamples(root, site));
  if (!answers) {
    console.error('Cancelled. Nothing was changed.');
    return 1;
  }
  const path = absolutePath(root, settingsFile);
  await writeFileAtomic(path, editSettings(readFileSync(path, 'utf8'), changesOf(answers, site, io)));
  console.log(`Written: ${settingsFile}`);
  if (answers.samples === 'remove') {
    const removed = removeSamples(root);
    if (removed.length > 0)
      console.log(`Removed: ${removed.length} sample files from briefs/, and their topics`);
  }
  const email = answers.editorEmail || (isMail(answers.feedback) ? answers.feedback : undefined);
  const host = companies[answers.host];
  const publication = await readSettings(root);
  const pages = replacePages(root, { publication, email, host }, isExample(site.identity.authority));
  const icon = replaceIcon(root, publication, answers.samples);
  if (icon !== undefined) console.log(`Written: ${icon}`);
  for (const page of pages.written) console.log(`Written: ${page}`);
  for (const page of pages.removed) console.log(`Removed: ${page}`);
  for (const page of pages.kept) console.log(`Left as you wrote it: ${page}`);
  console.log(`\n${nextSteps(answers).join('\n')}`);
  return 0;
}

function askOn(root: string, offered: SetupAnswers, areThere: boolean): Promise<SetupAnswers | undefined> {
  const onGitHub = addressOnGitHub(root);
  const start = { ...withoutSamples(offered), timeZone: zoneToOffer(offered) };
  return askForSetup(start, (host, address) => addressToOffer(host, address, onGitHub), {}, areThere);
}

function changesOf(answers: SetupAnswers, site: Publication, { environment }: Io): SettingChange[] {
  const { name, address, description, lang, timeZone, colour, ai, editor, editorEmail, feedback } = answers;
  const email = editorEmail === '' ? undefined : editorEmail;
  const ways = isMail(feedback)
    ? { kind: 'mailto', address: feedback }
    : { kind: 'form', endpoint: feedback };
  return [
    ['name', name],
    ['address', address],
    // Only while it is an example, since readers identify the briefs by it.
    ...(isExample(site.identity.authority)
      ? [['identity', { authority: new URL(address).hostname, year: yearOf(environment, timeZone) }] as const]
      : []),
    // Unchanged, because it may be given for several languages.
    ...(description === wordsIn(site.description, site.lang) ? [] : [['description', description] as const]),
    ['lang', lang],
    ['timeZone', timeZone],
    // Unchanged, because it may be written by hand.
    ...(colour === (site.accent?.light ?? '')
      ? []
      : [['accent', colour === '' ? undefined : accentFrom(colour, site.ground)] as const]),
    ['ai', ai === 'each' ? undefined : ai],
    ['editor', editor === '' ? undefined : { name: editor, email }],
    ['feedback', feedback === '' ? undefined : ways],
    ...(answers.samples === 'keep'
      ? []
      : (['topics', 'threads'] as const).flatMap((kind) =>
          sampleGroups(site, kind).map((slug) => [[kind, slug], undefined] as const),
        )),
  ];
}

function isMail(feedback: string): boolean {
  return feedback.includes('@') && !feedback.includes('/');
}

function yearOf(environment: NodeJS.ProcessEnv, timeZone: string): number {
  return Number(momentOfBuild(environment, timeZone).slice(0, 4));
}

function nextSteps({ host, name, description }: SetupAnswers): string[] {
  return [
    'Next:',
    ...(description === name
      ? [`  ${settingsFile.padEnd(32)}say in one sentence what it is about: \`description\``]
      : []),
    '  npm run new                     starts a brief',
    '  npm run dev                     shows the site while you write',
    '  briefs/_pages/                  read what the standing pages say, and add what only you know',
    `  ${stepsOf[host]}`,
    '',
    'Everybody can read drafts and embargoed briefs in a public repository. Keep it private, or keep them out of it.',
  ];
}

/** The local time zone, unless another one is set. */
function zoneToOffer({ timeZone }: SetupAnswers): string {
  return timeZone === 'Etc/UTC' ? Intl.DateTimeFormat().resolvedOptions().timeZone : timeZone;
}

if (import.meta.main) await startCommand('setup', setup);
