import { stringify } from 'yaml';
import type { Moment } from '../brief/brief.ts';
import type { Language } from './language.ts';
import { headingsFor, languageFor, languageOf } from './languages.ts';
import type { AiUse, Publication } from '../brief/publication.ts';

/** What a template stands on beside the publication. */
export interface NewBrief {
  readonly title: string;
  /** BCP 47, a language that the site speaks. */
  readonly lang: string;
  readonly topics: readonly string[];
  /** With its time, since all briefs of a day alone would have one midnight, and some readers drop all but one of them. */
  readonly date: Moment;
  /** Undefined leaves the field empty, which is an error until the writer says it: nothing is labelled by default. */
  readonly ai?: AiUse | undefined;
}

/** Texts of the template that a writer replaces. */
export interface Placeholders {
  readonly summary: string;
  /** In the order of the sections. */
  readonly sections: readonly [string, string, string, string];
  readonly source: string;
}

/** Every placeholder begins with this sign (U+270E) in every language, so that one half rewritten is still known. */
export const placeholderMark = '✎';

/** Whether a text of a brief, plain or Markdown, still holds what a template put there. */
export function hasPlaceholder(text: string): boolean {
  return text.includes(placeholderMark);
}

/** The placeholders of a language that the site speaks; English for every other. */
export function placeholdersFor(language: Pick<Language, 'code'>): Placeholders {
  const { summary, sections, source } = prompts[language.code] ?? english;
  const mark = (text: string): string => `${placeholderMark} ${text}`;
  const [now, why, next, beyond] = sections;
  return {
    summary: mark(summary),
    sections: [mark(now), mark(why), mark(next), mark(beyond)],
    source: mark(source),
  };
}

/** The text of a new brief: the fields a writer needs and the four headings, with a placeholder for each text. */
export function template(brief: NewBrief, publication: Publication): string {
  const language = languageFor(brief.lang);
  const { summary, sections, source } = placeholdersFor(language);
  const isOwnLanguage = languageOf(publication.lang)?.code === language.code;
  const ai = brief.ai ?? publication.ai;
  const fields = [
    fieldLine('title', brief.title.toWellFormed().replace(/\s+/g, ' ').trim()),
    fieldLine('summary', summary),
    `date: ${brief.date}`,
    // Nothing unfinished is published, and nothing unfinished stops a colleague.
    'status: draft',
    ...(isOwnLanguage ? [] : [fieldLine('lang', brief.lang)]),
    brief.topics.length > 0
      ? `topics: [${brief.topics.join(', ')}]`
      : `topics: [] # ${Object.keys(publication.topics).join(', ')}`,
    // The label that readers see comes from here: a guess would be a lie either way.
    ai === undefined ? 'ai: # none, assisted or generated' : `ai: ${ai}`,
    'sources:',
    `  - ${fieldLine('title', source)}`,
    '    url: https://',
  ];
  const texts = headingsFor(language, publication).map(
    (heading, at) => `## ${typedHeading(heading)}\n\n${sections[at] ?? ''}\n`,
  );
  return `---\n${fields.join('\n')}\n---\n\n${texts.join('\n')}`;
}

/** A heading as it stands in files: with the apostrophe that keyboards have. */
export function typedHeading(heading: string): string {
  return heading.replaceAll('’', "'");
}

/** One line of YAML, quoted where it has to be. */
export function fieldLine(name: string, value: string): string {
  return stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();
}

const english: Placeholders = {
  summary: 'What is the story about? Answer in one or two sentences, 40 to 300 characters.',
  sections: [
    'Who did what, when and where, and who says so?',
    'Whom does it concern, and what changes for them?',
    'What is expected, by whom and by when?',
    'What is the larger question behind the news?',
  ],
  source: 'Name of the article, paper or document',
};

const prompts: Readonly<Record<string, Placeholders>> = {
  en: english,
  es: {
    summary: '¿De qué trata la noticia? Responda en una o dos frases, de 40 a 300 caracteres.',
    sections: [
      '¿Quién hizo qué, cuándo y dónde, y quién lo afirma?',
      '¿A quién afecta y qué cambia para esas personas?',
      '¿Qué se espera, de quién y para cuándo?',
      '¿Qué cuestión de fondo hay detrás de la noticia?',
    ],
    source: 'Título del artículo, estudio o documento',
  },
  fr: {
    summary: 'De quoi s’agit-il\u202f? Répondez en une ou deux phrases, de 40 à 300 caractères.',
    sections: [
      'Qui a fait quoi, quand et où, et qui l’affirme\u202f?',
      'Qui est concerné, et qu’est-ce que cela change\u202f?',
      'Qu’attend-on, de qui et pour quand\u202f?',
      'Quelle question de fond se cache derrière l’actualité\u202f?',
    ],
    source: 'Titre de l’article, de l’étude ou du document',
  },
  de: {
    summary: 'Worum geht es? Antworten Sie in ein oder zwei Sätzen mit 40 bis 300 Zeichen.',
    sections: [
      'Wer hat wann und wo was getan, und wer sagt das?',
      'Wen betrifft es, und was ändert sich dadurch?',
      'Was wird erwartet, von wem und bis wann?',
      'Welche größere Frage steht hinter der Nachricht?',
    ],
    source: 'Titel des Artikels, der Studie oder des Dokuments',
  },
  pt: {
    summary: 'De que trata a notícia? Responda em uma ou duas frases, de 40 a 300 caracteres.',
    sections: [
      'Quem fez o quê, quando e onde, e quem afirma isso?',
      'Quem é afetado e o que muda para essas pessoas?',
      'O que se espera, de quem e até quando?',
      'Que questão maior existe por trás da notícia?',
    ],
    source: 'Título do artigo, estudo ou documento',
  },
  it: {
    summary: 'Di che cosa si tratta? Rispondere in una o due frasi, da 40 a 300 caratteri.',
    sections: [
      'Chi ha fatto che cosa, quando e dove, e chi lo afferma?',
      'Chi è coinvolto e che cosa cambia?',
      'Che cosa ci si aspetta, da chi ed entro quando?',
      'Quale questione più ampia c’è dietro la notizia?',
    ],
    source: 'Titolo dell’articolo, dello studio o del documento',
  },
  hi: {
    summary: 'खबर क्या है? एक या दो वाक्यों में, 40 से 300 अक्षरों में उत्तर लिखें।',
    sections: [
      'किसने क्या किया, कब और कहाँ, और यह किसने बताया?',
      'इसका असर किस पर पड़ता है, और क्या बदलता है?',
      'आगे क्या अपेक्षित है, किससे और कब तक?',
      'खबर के पीछे बड़ा सवाल क्या है?',
    ],
    source: 'लेख, शोधपत्र या दस्तावेज़ का शीर्षक',
  },
  ar: {
    summary: 'ما موضوع الخبر؟ أجب في جملة أو جملتين، من 40 إلى 300 حرف.',
    sections: [
      'من فعل ماذا، ومتى وأين، ومن قال ذلك؟',
      'من المعنيّ بالأمر، وما الذي يتغيّر؟',
      'ما المتوقع، وممّن، ومتى؟',
      'ما المسألة الأوسع وراء الخبر؟',
    ],
    source: 'عنوان المقال أو الدراسة أو الوثيقة',
  },
  'zh-Hans': {
    summary: '这则新闻讲什么？请用一两句话回答。篇幅为40至300字，读者在卡片和列表中最先看到的就是这段摘要。',
    sections: [
      '谁在何时何地做了什么？消息来自谁？',
      '影响到谁？带来什么变化？',
      '预计会发生什么？由谁去做，何时完成？',
      '新闻背后更大的问题是什么？',
    ],
    source: '文章、论文或文件的标题',
  },
  ja: {
    summary:
      'どんなニュース？一、二文、40～300字で答えてください。カードや一覧で読者が最初に目にする要約です。',
    sections: [
      '誰が、いつ、どこで、何をしたのか。誰がそう述べているのか。',
      '誰に関わり、何が変わるのか。',
      '何が、誰によって、いつまでに見込まれるのか。',
      'ニュースの背後にある、より大きな問いは何か。',
    ],
    source: '記事、論文、文書の題名',
  },
};
