/** GitHub's kinds of call-outs, from the mildest to the gravest. */
export const calloutKinds = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutKind = (typeof calloutKinds)[number];

/** One language the site speaks: the four headings, the words of the interface, and how fast people read it. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** The whole tag of a text in it, by which its dates and numbers are written: `en-US` where the code is `en`. */
  readonly locale?: string;
  readonly direction: 'ltr' | 'rtl';
  /** In the order of the sections, with typographic punctuation; readers see exactly these. */
  readonly headings: readonly [string, string, string, string];
  readonly reading: ReadingSpeed;
  readonly labels: Labels;
  /** What writers call the parts of a brief, beside its own headings; case, punctuation, numbers and apostrophes do not matter. */
  readonly headingAliases: HeadingAliases;
  /** What stands in a new brief until its writer replaces it. */
  readonly prompts: Prompts;
  /**
   * What chat programs say to the person who asks them, as it is left in a text that is pasted whole. Each pattern is in the
   * first or second person or stands at the beginning of a passage, so that reporting *about* such programs is not taken for
   * one. `^` is the beginning of a passage or of a sentence; `\b` knows letters of all scripts.
   */
  readonly aiPhrases: readonly string[];
}

/** A name stands for one part only, in whatever language: a test compares them all. */
export interface HeadingAliases {
  /** In the order of the sections. */
  readonly sections: readonly [readonly string[], readonly string[], readonly string[], readonly string[]];
  /** Over the summary, beside the label of the interface. */
  readonly story: readonly string[];
  /** Over a list of sources, beside the label of the interface. */
  readonly sources: readonly string[];
}

/** What each text of a brief is to answer. */
export interface Prompts {
  readonly summary: string;
  /** In the order of the sections. */
  readonly sections: readonly [string, string, string, string];
  readonly source: string;
}

/**
 * Labels that stand in the text of a brief, or by which its parts are known; all others stand around it, so a change of these
 * compiles no brief.
 */
export const textLabels = [
  'backToText',
  'beforeText',
  'callouts',
  'footnotes',
  'sources',
  'story',
  'table',
] as const satisfies readonly (keyof Labels)[];

/** What the text of a brief takes from its language. */
export type TextLanguage = Omit<Language, 'labels'> & {
  readonly labels: Pick<Labels, (typeof textLabels)[number]>;
};

/** Adults' silent reading of non-fiction; counted in words, or in characters where a script writes no spaces. */
export interface ReadingSpeed {
  readonly unit: 'words' | 'characters';
  readonly perMinute: number;
  /** Characters that make a word, where characters are counted: limits are given in words. */
  readonly perWord?: number;
}

/** Text of the interface. `{name}` marks what is filled in; plural forms follow the CLDR categories. */
export interface Labels {
  /** Heading over the summary: "What is the story about?" */
  readonly story: string;
  readonly minutesToRead: Plural;
  readonly aiAssisted: string;
  readonly aiGenerated: string;
  /** A complete label, e.g. "AI-generated, reviewed by {reviewer}". */
  readonly aiAssistedReviewed: string;
  readonly aiGeneratedReviewed: string;
  readonly by: string;
  readonly updated: string;
  readonly keyFigures: string;
  readonly sources: string;
  /** On a card, before who made the picture: "Photo: {credit}". */
  readonly photoBy: string;
  /** "seen on {date}" after a source. */
  readonly accessed: string;
  readonly archivedCopy: string;
  readonly corrections: string;
  /** Before the title of the brief that was corrected. */
  readonly correction: string;
  readonly footnotes: string;
  readonly backToText: string;
  readonly sections: string;
  readonly topics: string;
  readonly thread: string;
  readonly earlier: string;
  readonly later: string;
  readonly share: string;
  /** On the button that opens the device's own sheet. */
  readonly shareWith: string;
  readonly copyLink: string;
  readonly email: string;
  readonly related: string;
  readonly whatToWatch: string;
  readonly outcomes: Readonly<Record<'happened' | 'missed' | 'changed', string>>;
  readonly archive: string;
  readonly months: string;
  /** That corrections are kept, in one sentence. */
  readonly correctionsKept: string;
  readonly noCorrections: string;
  /** On the link to the feed of corrections. */
  readonly correctionsFeed: string;
  /** Who answers for what is published; `{name}` stands for the name. */
  readonly responsible: string;
  readonly upcoming: string;
  readonly upcomingExplained: string;
  readonly nothingUpcoming: string;
  /** Of an expectation whose day is not over. */
  readonly stillToCome: string;
  /** Of an expectation without an outcome, though its day is over. */
  readonly overdue: string;
  readonly overdueExplained: string;
  /** Over the expectations that have an outcome. */
  readonly settled: string;
  /** Before how many of them ended how. */
  readonly ofExpectations: Plural;
  readonly allExpectations: string;
  /** "by {date}" before an expectation. */
  readonly byDate: string;
  readonly skipToContent: string;
  readonly linkToSection: string;
  readonly outOfDate: string;
  /** At an address that a brief had before. */
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
    /** Of the page, and on the button. */
    readonly title: string;
    readonly field: string;
    readonly topic: string;
    readonly year: string;
    readonly language: string;
    readonly allTopics: string;
    readonly allYears: string;
    readonly anyLanguage: string;
    /** Where there are more languages than a query without a chosen one loads. */
    readonly notSearched: string;
    readonly searching: string;
    readonly none: string;
    /** Where other languages were not searched. */
    readonly noneIn: string;
    readonly didYouMean: string;
    readonly more: string;
    /** Where a query does not load all years at once. */
    readonly earlier: string;
    readonly failed: string;
    /** Before links to the lists by date and by topic. */
    readonly noScript: string;
    /** In `dev`, where there is no index. */
    readonly afterBuild: string;
    /** Beside the box that switches the key off (WCAG 2.2, 2.1.4). */
    readonly shortcut: string;
  };
  readonly backHome: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly subscribe: string;
  /** What a feed is, in two sentences. */
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
  /** Heading over all stories that several briefs tell. */
  readonly threads: string;
  /** Heading over the expectations of a running story and their outcomes. */
  readonly whatWasExpected: string;
  /** Said of an author that is no person. */
  readonly organization: string;
  /** Above a feed that somebody opened in a browser. */
  readonly thisIsAFeed: string;
  /** Above what a call-out says, by its kind. */
  readonly callouts: Readonly<Record<CalloutKind, string>>;
  /** `{label}` before a text on the same line, with the colon of the language. */
  readonly beforeText: string;
  readonly table: string;
  readonly image: string;
  readonly readBrief: string;
  /** Below the beginning of a text that goes on elsewhere. */
  readonly readOn: string;
  /** Before the names of the languages in which the brief is there as well. */
  readonly otherLanguages: string;
  readonly feedback: {
    /** "Do you find this article useful?" */
    readonly question: string;
    readonly yes: string;
    readonly no: string;
    readonly section: string;
    readonly thanks: string;
    /** After an answer that did not arrive; the form is then sent without script, and opens a page. */
    readonly failed: string;
    /** Names the field that only programs fill in. */
    readonly leaveEmpty: string;
  };
}

/** CLDR plural categories; `other` is always there. `{count}` is the number. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};
