import type { AiUse } from '../brief/publication.ts';

/** GitHub's kinds of callouts, in order of severity. */
export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** A supported language: section headings, labels and reading speed. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** The full tag for dates and numbers: `en-US` for a text in `en`. */
  readonly locale?: string;
  readonly direction: 'ltr' | 'rtl';
  /** In order, as shown to readers, with typographic punctuation. */
  readonly headings: readonly [string, string, string, string];
  readonly reading: ReadingSpeed;
  /** A colon between two texts with its spaces; `: ` without it. */
  readonly colon?: string;
  readonly labels: Labels;
  /** Other names that writers use for the parts of a brief. Case, punctuation, numbers and apostrophes are ignored. */
  readonly headingAliases: HeadingAliases;
  /** Prompts in a new brief. */
  readonly prompts: Prompts;
  /** The standing pages that `setup` writes. */
  readonly standing: StandingTexts;
  /**
   * What stands in the place of a text that is still to come, as a whole section or field: in lower case, without punctuation. A
   * word that could be the whole text of a section does not belong here.
   */
  readonly fillers: readonly string[];
  /**
   * Patterns for phrases of chat programs addressed to their user. Each is in the first or second person or stands at the
   * start of a passage, so that articles about such programs do not match. `^` is the start of a passage or sentence;
   * `\b` works in all scripts.
   */
  readonly aiPhrases: readonly string[];
  /** Whether "todo" is a word, as in Spanish: "TODO" is then a placeholder only before a colon. */
  readonly hasWordTodo?: true;
}

/** A name belongs to only one part across all languages, which a test checks. */
export interface HeadingAliases {
  /** In the order of the sections. */
  readonly sections: readonly [readonly string[], readonly string[], readonly string[], readonly string[]];
  /** Names of the summary, in addition to the label. */
  readonly story: readonly string[];
  /** Names of the source list, in addition to the label. */
  readonly sources: readonly string[];
}

/** Questions for the writer. */
export interface Prompts {
  readonly summary: string;
  readonly sections: readonly [string, string, string, string];
  readonly source: string;
}

/**
 * Sentences of standing pages, in Markdown. Each says only what is true of every publication, or of one with the answer
 * that it names; `{name}` and the like are placeholders.
 */
export interface StandingTexts {
  readonly about: PageHead & {
    /** Before the four headings. */
    readonly intro: string;
    readonly corrections: string;
    readonly ai: string;
    readonly follow: string;
  };
  readonly ai: PageHead & {
    /** What most briefs are, where the settings say so. */
    readonly usual: Readonly<Record<AiUse, string>>;
    readonly intro: string;
    /** What each label means, and the lack of one. */
    readonly generated: string;
    readonly assisted: string;
    readonly reviewed: string;
    readonly noLabel: string;
    readonly none: string;
    readonly check: string;
  };
  readonly contact: PageHead & { readonly write: string; readonly mistake: string };
  readonly privacy: PageHead & {
    readonly pages: string;
    readonly search: string;
    readonly logs: string;
    readonly host: string;
    /** How readers answer, by kind of feedback. */
    readonly mail: string;
    readonly form: string;
  };
}

interface PageHead {
  readonly title: string;
  readonly description: string;
}

/** Labels that are part of a brief's text or identify its parts. Changing other labels does not recompile briefs. */
export const textLabels = [
  'backToText',
  'beforeText',
  'callouts',
  'footnotes',
  'scaleStart',
  'sources',
  'story',
  'table',
] as const satisfies readonly (keyof Labels)[];

/** The parts of a language that affect the text of a brief. */
export type TextLanguage = Omit<Language, 'labels' | 'standing'> & {
  readonly labels: Pick<Labels, (typeof textLabels)[number]>;
};

/** Silent reading of non-fiction by adults, in words, or in characters for scripts without spaces. */
export interface ReadingSpeed {
  readonly unit: 'words' | 'characters';
  readonly perMinute: number;
  /** Characters per word, if characters are counted; limits are set in words. */
  readonly perWord?: number;
}

/** Labels of the interface. `{name}` is a placeholder; plural forms are CLDR categories. */
export interface Labels {
  /** Heading of the summary: "What is the story about?" */
  readonly story: string;
  readonly minutesToRead: Plural;
  readonly aiAssisted: string;
  readonly aiGenerated: string;
  /** A complete label: "AI-generated, reviewed by {reviewer}". */
  readonly aiAssistedReviewed: string;
  readonly aiGeneratedReviewed: string;
  readonly by: string;
  readonly updated: string;
  readonly keyFigures: string;
  readonly sources: string;
  /** On a card, before the photographer: "Photo: {credit}". */
  readonly photoBy: string;
  /** "accessed {date}" after a source. */
  readonly accessed: string;
  readonly archivedCopy: string;
  readonly corrections: string;
  /** Before the title of the corrected brief. */
  readonly correction: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly sections: string;
  readonly topics: string;
  readonly thread: string;
  readonly earlier: string;
  readonly later: string;
  readonly share: string;
  /** Button that opens the share dialog of the device. */
  readonly shareWith: string;
  readonly copyLink: string;
  readonly email: string;
  readonly related: string;
  readonly whatToWatch: string;
  readonly outcomes: Readonly<Record<'happened' | 'missed' | 'changed', string>>;
  readonly archive: string;
  readonly months: string;
  /** How corrections are made and shown, in one sentence. */
  readonly correctionsPolicy: string;
  readonly noCorrections: string;
  /** Link to the feed of corrections. */
  readonly correctionsFeed: string;
  /** Who is responsible for the content; `{name}` is the name. */
  readonly responsible: string;
  readonly upcoming: string;
  readonly upcomingExplained: string;
  readonly nothingUpcoming: string;
  /** For an expectation whose day is not over. */
  readonly stillToCome: string;
  /** For an expectation without an outcome whose day is over. */
  readonly overdue: string;
  readonly overdueExplained: string;
  /** Heading of the expectations with an outcome. */
  readonly settled: string;
  /** Before the numbers of outcomes. */
  readonly ofExpectations: Plural;
  readonly allExpectations: string;
  /** "by {date}" before an expectation. */
  readonly byDate: string;
  readonly skipToContent: string;
  readonly outOfDate: string;
  /** At a former address of a brief. */
  readonly movedTitle: string;
  readonly withdrawnTitle: string;
  readonly withdrawnNotice: string;
  readonly draft: string;
  readonly embargoed: string;
  readonly latest: string;
  readonly newer: string;
  readonly older: string;
  readonly pageOf: string;
  readonly notFoundTitle: string;
  readonly notFoundText: string;
  readonly searchFound: Plural;
  readonly search: {
    /** On the page and the button. */
    readonly title: string;
    readonly field: string;
    readonly topic: string;
    readonly year: string;
    readonly language: string;
    readonly allTopics: string;
    readonly allYears: string;
    readonly anyLanguage: string;
    /** Shown if there are more languages than a query searches by default. */
    readonly notSearched: string;
    readonly searching: string;
    readonly none: string;
    /** Shown if other languages were not searched. */
    readonly noneIn: string;
    readonly didYouMean: string;
    readonly more: string;
    /** Shown if a query does not load all years at once. */
    readonly earlier: string;
    readonly failed: string;
    /** Before links to the lists by date and by topic. */
    readonly noScript: string;
    /** Shown in `dev`, which has no index. */
    readonly afterBuild: string;
    /** Beside the checkbox that disables the shortcut (WCAG 2.2, 2.1.4). */
    readonly shortcut: string;
  };
  readonly backHome: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly subscribe: string;
  /** What a feed is, in two or three sentences. */
  readonly feedExplained: string;
  readonly allBriefs: string;
  readonly feedAddress: string;
  readonly copy: string;
  readonly copied: string;
  /** Before the names of feed readers. */
  readonly openIn: string;
  readonly otherFormats: string;
  readonly languages: string;
  readonly authors: string;
  readonly briefCount: Plural;
  /** Heading of the list of threads. */
  readonly threads: string;
  /** Heading of a thread's expectations and outcomes. */
  readonly whatWasExpected: string;
  /** For an author that is an organization. */
  readonly organization: string;
  /** Above a feed opened in a browser. */
  readonly thisIsAFeed: string;
  /** Above a callout, by kind. */
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  /** `{label}` before text on the same line, with the language's colon. */
  readonly beforeText: string;
  readonly table: string;
  /** After the title of a chart whose scale does not start at zero. */
  readonly scaleStart: string;
  readonly image: string;
  readonly readBrief: string;
  /** Below an excerpt. */
  readonly readOn: string;
  /** Before the other languages of a brief. */
  readonly otherLanguages: string;
  readonly feedback: {
    /** "Do you find this article useful?" */
    readonly question: string;
    readonly yes: string;
    readonly no: string;
    readonly section: string;
    readonly thanks: string;
    /** After a failed answer; the form is then sent without script and opens a page. */
    readonly failed: string;
    /** Label of the hidden field that only programs fill in. */
    readonly leaveEmpty: string;
  };
}

/** CLDR plural categories; `other` is required. `{count}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};
