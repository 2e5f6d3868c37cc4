import { styleText } from 'node:util';
import { confirm, isCancel, select, text, type CommonOptions } from '@clack/prompts';
import { languages } from '../src/languages/languages.ts';
import { problemOf, readAnswer, type SetupAnswers } from './setup-answers.ts';
import { hosts } from './setup-hosts.ts';

type Streams = Pick<CommonOptions, 'input' | 'output'>;

interface Question {
  readonly ask: string;
  /** What the answer is for, in one line. */
  readonly why: string;
}

const questions = {
  host: {
    ask: 'Where will it be published?',
    why: 'Decides the address and the steps that are printed at the end. You can change it at any time.',
  },
  address: {
    ask: 'What is the site’s address?',
    why: 'What readers type. Pages, cards and feeds contain it.',
  },
  name: { ask: 'What is the publication called?', why: 'Shown on every page, on every card and in feeds.' },
  description: {
    ask: 'What is it about, in one sentence?',
    why: 'Shown on the home page, in search engines and in feed readers.',
  },
  lang: {
    ask: 'Which language is it in?',
    why: 'The language of the pages. A brief may be in another one.',
  },
  timeZone: {
    ask: 'What is its time zone?',
    why: 'A date without a time means midnight here. An IANA name, such as Europe/Berlin.',
  },
  colour: {
    ask: 'What is its colour?',
    why: 'The colour of links and marks, such as #b3321b. Leave empty for vermilion.',
  },
  ai: {
    ask: 'How far do you use AI to write briefs?',
    why: 'Readers see it beside the date. A brief can say otherwise.',
  },
  editor: {
    ask: 'Who is responsible for the content?',
    why: 'A person or a desk, named at the foot of every page. Leave empty to name nobody.',
  },
  editorEmail: {
    ask: 'What is their email address?',
    why: 'Printed on the contact page and in feeds. Leave empty to print none.',
  },
  feedback: {
    ask: 'Where should the answers go?',
    why: 'An email address, which needs no server, or the address of a form service.',
  },
} as const satisfies Partial<Record<keyof SetupAnswers, Question>>;

const uses = {
  each: 'Each brief states it',
  none: 'Not at all',
  assisted: 'People write, with help from AI',
  generated: 'AI writes',
};

/** Asks on a terminal; undefined if the publisher cancels. `addressOn` suggests an address for the chosen host. */
export async function askForSetup(
  offered: SetupAnswers,
  addressOn: (host: SetupAnswers['host'], address: string) => string,
  streams: Streams = {},
  hasSamples = true,
): Promise<SetupAnswers | undefined> {
  let answers = offered;
  for (const field of Object.keys(questions) as (keyof typeof questions)[]) {
    if (field === 'editorEmail' && answers.editor === '') {
      answers = { ...answers, editorEmail: '' };
      continue;
    }
    if (field === 'feedback') {
      const asks = await confirm({
        ...streams,
        message: messageOf({
          ask: 'May readers answer “Do you find this article useful?”',
          why: 'A question at the end of each brief. By email it needs no server.',
        }),
        initialValue: true,
      });
      if (isCancel(asks)) return undefined;
      if (!asks) {
        answers = { ...answers, feedback: '' };
        continue;
      }
    }
    const initial = field === 'address' ? addressOn(answers.host, answers.address) : answers[field];
    const answer = await askSurely(
      field,
      initial || (field === 'feedback' ? answers.editorEmail : ''),
      streams,
    );
    if (answer === undefined) return undefined;
    answers = { ...answers, [field]: answer };
  }
  if (!hasSamples) return answers;
  const remove = await confirm({
    ...streams,
    message: messageOf({
      ask: 'Remove the sample briefs?',
      why: 'They would be published in your name, with their topics.',
    }),
    initialValue: offered.samples === 'remove',
  });
  if (isCancel(remove)) return undefined;
  return { ...answers, samples: remove ? 'remove' : 'keep' };
}

/** Asks until the answer is valid; of one that is nearly right, asks whether its correction is meant. */
async function askSurely(
  field: keyof typeof questions,
  initial: string,
  streams: Streams,
): Promise<string | undefined> {
  const answer = await ask(field, initial, streams);
  if (typeof answer === 'symbol') return undefined;
  const { value, isGuess } = readAnswer(field, answer);
  if (!isGuess) return value;
  const isMeant = await confirm({ ...streams, message: `Did you mean ${value}?`, initialValue: true });
  if (isCancel(isMeant)) return undefined;
  return isMeant ? value : askSurely(field, answer, streams);
}

function ask(
  field: keyof typeof questions,
  initialValue: string,
  streams: Streams,
): Promise<string | symbol> {
  const message = messageOf(questions[field]);
  const options = optionsOf(field);
  if (options) return select({ ...streams, message, initialValue, options });
  return text({
    ...streams,
    message,
    initialValue,
    validate: (answer = '') =>
      field === 'feedback' && answer.trim() === ''
        ? 'Expected an email address, or the address of a form service (https://…)'
        : problemOf(field, readAnswer(field, answer).value),
  });
}

function optionsOf(
  field: keyof typeof questions,
): { value: string; label: string; hint?: string }[] | undefined {
  if (field === 'lang') {
    const names = new Intl.DisplayNames('en', { type: 'language' });
    return languages.map(({ code }) => ({ value: code, label: names.of(code) ?? code, hint: code }));
  }
  const labels = field === 'host' ? hosts : field === 'ai' ? uses : undefined;
  return labels && Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function messageOf({ ask, why }: Question): string {
  return `${ask}\n${styleText('dim', why)}`;
}
