import { confirm, isCancel, select, text, type CommonOptions } from '@clack/prompts';
import { languages } from '../src/languages/languages.ts';
import type { Complaint } from '../src/brief/field-forms.ts';
import { publicationSchema } from '../src/languages/schemas.ts';
import type { Publication } from '../src/brief/publication.ts';

export const hosts = {
  'github-pages': 'GitHub Pages',
  cloudflare: 'Cloudflare Pages',
  netlify: 'Netlify',
  vercel: 'Vercel',
  s3: 'S3 and a CDN',
  server: 'A server of your own (nginx, rsync)',
  other: 'Another one, or not decided yet',
} as const;

export type Host = keyof typeof hosts;

/** A publisher's answers about a new publication. */
export interface SetupAnswers {
  readonly name: string;
  readonly address: string;
  readonly description: string;
  readonly lang: string;
  readonly timeZone: string;
  /** `#rrggbb`; empty for the default. */
  readonly colour: string;
  readonly editor: string;
  readonly editorEmail: string;
  /** Where readers' answers go: the address of a form service, an email address, or empty. */
  readonly feedback: string;
  readonly host: Host;
  readonly samples: 'keep' | 'remove';
}

/** Suggested answers from the current settings. */
export function answersOf(publication: Publication, samples: SetupAnswers['samples']): SetupAnswers {
  const { name, address, description, lang, timeZone, accent, editor, feedback } = publication;
  return {
    name,
    address,
    description,
    lang,
    timeZone,
    colour: accent?.light ?? '',
    editor: editor?.name ?? '',
    editorEmail: editor?.email ?? '',
    feedback:
      feedback === undefined || feedback === 'none'
        ? ''
        : feedback.kind === 'form'
          ? feedback.endpoint
          : feedback.address,
    host: 'other',
    samples,
  };
}

/** Trims an answer and adds the final slash to the home page's address. */
export function tidy(field: keyof SetupAnswers, answer: string): string {
  const trimmed = answer.trim();
  return field === 'address' && /^https?:\/\/[^?#]*[^/?#]$/.test(trimmed) ? `${trimmed}/` : trimmed;
}

/** An error message for an answer; undefined if it is valid. The schema of the settings decides. */
export function problemOf(field: keyof SetupAnswers, answer: string): string | undefined {
  const { shape } = publicationSchema;
  if (field === 'colour') {
    return answer === '' || /^#[0-9a-f]{6}$/i.test(answer)
      ? undefined
      : 'Expected # and six digits, such as #b3321b';
  }
  if (field === 'editorEmail' || (field === 'feedback' && answer.includes('@') && !answer.includes('/'))) {
    return answer === '' || /^[^\s@<>"]+@[^\s@<>"]+$/.test(answer) ? undefined : 'Expected an email address';
  }
  if (field === 'feedback') {
    const isAddress = URL.parse(answer)?.protocol === 'https:' || answer.startsWith('/');
    return answer === '' || isAddress
      ? undefined
      : 'Expected an email address, or the address of a form service (https://…)';
  }
  if (field === 'host')
    return Object.hasOwn(hosts, answer) ? undefined : `Expected one of ${Object.keys(hosts).join(', ')}`;
  if (field === 'samples') return /^(?:keep|remove)$/.test(answer) ? undefined : 'Expected keep or remove';
  if (field === 'editor' && answer === '') return undefined;
  const parsed =
    field === 'editor' ? shape.editor.safeParse({ name: answer }) : shape[field].safeParse(answer);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const { found, expected, note } = (issue as unknown as { readonly params: Complaint }).params;
  // "write "en-US"", "did you mean "Europe/Berlin"?"
  return note === undefined ? `Unexpected ${found}, expected ${expected}` : `Unexpected ${found}: ${note}`;
}

/** Asks on a terminal; undefined if the publisher cancels. */
export async function askForSetup(
  offered: SetupAnswers,
  streams: Pick<CommonOptions, 'input' | 'output'> = {},
): Promise<SetupAnswers | undefined> {
  const answers: Record<string, string> = {};
  for (const [field, message] of Object.entries(questions) as [keyof SetupAnswers, string][]) {
    const answer = await ask(field, message, offered[field], streams);
    if (typeof answer === 'symbol') return undefined;
    answers[field] = tidy(field, answer);
  }
  const remove = await confirm({
    ...streams,
    message: 'Remove the sample briefs?',
    initialValue: offered.samples === 'remove',
  });
  if (isCancel(remove)) return undefined;
  return { ...offered, ...answers, samples: remove ? 'remove' : 'keep' };
}

const questions: Partial<Record<keyof SetupAnswers, string>> = {
  name: 'What is the publication called?',
  address: 'What is the site’s address?',
  description: 'What is it about, in one sentence?',
  lang: 'Which language is it in?',
  timeZone: 'What is its time zone?',
  colour: 'What is its colour? (such as #b3321b; leave empty for vermilion)',
  editor: 'Who is responsible for the content? (a person or a desk; leave empty to name nobody)',
  editorEmail: 'What is their email address? (leave empty to print none)',
  feedback:
    'Where should readers’ answers go? (an email address, or the address of a form service; leave empty not to ask)',
  host: 'Where will it be published?',
};

function ask(
  field: keyof SetupAnswers,
  message: string,
  initialValue: string,
  streams: Pick<CommonOptions, 'input' | 'output'>,
): Promise<string | symbol> {
  if (field === 'lang') {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    const options = languages.map(({ code }) => ({ value: code, label: names.of(code) ?? code, hint: code }));
    return select({ ...streams, message, initialValue, options });
  }
  if (field === 'host') {
    const options = Object.entries(hosts).map(([value, label]) => ({ value, label }));
    return select({ ...streams, message, initialValue, options });
  }
  return text({
    ...streams,
    message,
    initialValue,
    validate: (answer) => problemOf(field, tidy(field, answer ?? '')),
  });
}
