import { line, type Complaint } from '../src/brief/field-forms.ts';
import { nearestOf } from '../src/brief/nearest.ts';
import { aiUses, type AiUse, type Publication } from '../src/brief/publication.ts';
import { wordsIn } from '../src/brief/words.ts';
import { isSampleWords, samples } from '../src/build/samples.ts';
import { languageMeantBy } from '../src/languages/languages.ts';
import { publicationSchema } from '../src/languages/schemas.ts';
import { hosts, isExample, type Host } from './setup-hosts.ts';

/** A publisher's answers about a new publication. */
export interface SetupAnswers {
  readonly host: Host;
  readonly address: string;
  readonly name: string;
  readonly description: string;
  readonly lang: string;
  readonly timeZone: string;
  /** `#rrggbb`; empty for the default. */
  readonly colour: string;
  /** What briefs are that do not say it; `each` if every brief must. */
  readonly ai: AiUse | 'each';
  readonly editor: string;
  readonly editorEmail: string;
  /** Where readers' answers go: the address of a form service, an email address, or empty. */
  readonly feedback: string;
  readonly samples: 'keep' | 'remove';
}

/** Suggested answers from the current settings. */
export function answersOf(publication: Publication, host: Host): SetupAnswers {
  const { name, address, description, lang, timeZone, ai, accent, editor, feedback } = publication;
  return {
    host,
    address,
    name,
    description: wordsIn(description, lang),
    lang,
    timeZone,
    colour: accent?.light ?? '',
    ai: ai ?? 'each',
    editor: editor?.name ?? '',
    editorEmail: editor?.email ?? '',
    feedback: feedbackOf(feedback),
    samples: 'remove',
  };
}

/** The answers without the name and the description of the sample publication, to be asked for. */
export function withoutSamples(answers: SetupAnswers): SetupAnswers {
  const { name, description } = answers;
  return {
    ...answers,
    name: name === samples.name ? '' : name,
    description: isSampleWords(description, samples.description) ? '' : description,
  };
}

/** The answers with the name in place of the sample's description, if nobody is asked for another. */
export function withOwnDescription(answers: SetupAnswers): SetupAnswers {
  const { name, description } = withoutSamples(answers);
  return description === '' && name !== '' ? { ...answers, description: name } : answers;
}

function feedbackOf(feedback: Publication['feedback']): string {
  if (feedback === undefined || feedback === 'none') return '';
  const to = feedback.kind === 'form' ? feedback.endpoint : feedback.address;
  return isExample(to) ? '' : to;
}

/** An answer as it is meant. It is a guess if what was typed is not valid. */
export function readAnswer(
  field: keyof SetupAnswers,
  typed: string,
): { readonly value: string; readonly isGuess: boolean } {
  const tidied = tidy(field, typed);
  if (problemOf(field, tidied) === undefined) return { value: tidied, isGuess: false };
  const meant = meantBy(field, tidied);
  return meant !== undefined && problemOf(field, meant) === undefined
    ? { value: meant, isGuess: true }
    : { value: tidied, isGuess: false };
}

/** Trims an answer and adds the final slash to the home page's address. */
export function tidy(field: keyof SetupAnswers, answer: string): string {
  const trimmed = answer.trim();
  return field === 'address' && /^https?:\/\/[^?#]*[^/?#]$/.test(trimmed) ? `${trimmed}/` : trimmed;
}

function meantBy(field: keyof SetupAnswers, answer: string): string | undefined {
  const word = answer.toLowerCase();
  if (field === 'address') {
    const url = URL.parse(answer.includes('://') ? answer : `https://${answer}`);
    if (!url?.hostname.includes('.')) return undefined;
    return tidy(field, `${url.protocol}//${url.host}${url.pathname}`);
  }
  if (field === 'lang') return languageMeantBy(answer);
  if (field === 'timeZone') {
    const zones = ['Etc/UTC', ...Intl.supportedValuesOf('timeZone')];
    const city = `/${word.replaceAll(' ', '_')}`;
    return zones.find((zone) => zone.toLowerCase().endsWith(city)) ?? nearestOf(answer, zones);
  }
  if (field === 'colour') {
    const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(word)?.[1];
    return digits === undefined
      ? undefined
      : `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
  }
  if (field === 'host') {
    const byLabel = Object.entries(hosts).find(([, label]) => label.toLowerCase().startsWith(word));
    return word === '' ? undefined : (byLabel?.[0] ?? nearestOf(word, Object.keys(hosts)));
  }
  if (field === 'ai') return nearestOf(word, [...aiUses, 'each']);
  return field === 'samples' ? nearestOf(word, ['keep', 'remove']) : undefined;
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
  if (field === 'ai')
    return [...aiUses, 'each'].includes(answer)
      ? undefined
      : `Expected one of ${[...aiUses, 'each'].join(', ')}`;
  if (field === 'samples') return /^(?:keep|remove)$/.test(answer) ? undefined : 'Expected keep or remove';
  if (field === 'editor' && answer === '') return undefined;
  const parsed =
    field === 'editor'
      ? shape.editor.safeParse({ name: answer })
      : // The settings may have it in several languages; asked for is one.
        (field === 'description' ? line(300) : shape[field]).safeParse(answer);
  if (parsed.success) return undefined;
  const [issue] = parsed.error.issues;
  const { found, expected, note } = (issue as unknown as { readonly params: Complaint }).params;
  // "write "en-US"", "did you mean "Europe/Berlin"?"
  return note === undefined ? `Unexpected ${found}, expected ${expected}` : `Unexpected ${found}: ${note}`;
}
