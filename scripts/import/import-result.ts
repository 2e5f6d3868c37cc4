import { problemsForPrograms, type JsonProblem } from '../../src/diagnostics/json.ts';
import { parse } from '../../src/markdown/parse.ts';
import { isExact } from '../../src/markdown/outline.ts';
import type { Publication } from '../../src/brief/publication.ts';
import type { ImportReport } from './report.ts';
import type { Outcome } from './write-briefs.ts';

/** The exit code of one document: 0 passes `check`, 1 not imported, 3 written but needs a person. */
export function exitCodeOf(outcome: Outcome): 0 | 1 | 3 {
  if ('reason' in outcome) return 1;
  return outcome.missing.length > 0 ? 3 : 0;
}

/** How sure the import is of a value: the document states it, it stands in a usual place, or it was made from the text. */
export type Confidence = 'high' | 'medium' | 'low';

/** A field or section, where it came from, and how sure that is. */
export interface Choice {
  /** The name of a field, or the heading of a section. */
  readonly name: string;
  readonly value?: unknown;
  readonly confidence: Confidence;
  readonly reason: string;
}

/** What `--json` says about one document. */
export interface JsonResult {
  readonly from: string;
  readonly exitCode: 0 | 1 | 3;
  readonly file: string | null;
  readonly slug: string | null;
  /** Why nothing was written. */
  readonly reason: string | null;
  /** What the document, or an option, states. */
  readonly found: readonly Choice[];
  /** What the import chose. */
  readonly guessed: readonly Choice[];
  /** What is not in the brief. */
  readonly removed: readonly { readonly what: string; readonly text: string }[];
  /** What is in a comment of the brief, which a person must place. */
  readonly commented: readonly { readonly what: string; readonly text: string }[];
  /** Fields that come from the earlier version. */
  readonly kept: readonly string[];
  /** Errors, which keep the brief from being published. */
  readonly missing: readonly JsonProblem[];
  readonly warnings: readonly JsonProblem[];
}

/** The result of a document for programs. */
export function jsonResultOf(outcome: Outcome, publication: Publication): JsonResult {
  if ('reason' in outcome) {
    const { name, reason, missing = [], text } = outcome;
    const none = { found: [], guessed: [], removed: [], commented: [], kept: [], warnings: [] };
    return { from: name, exitCode: 1, file: null, slug: null, reason, ...none, missing: problemsForPrograms(missing, () => text) }; // prettier-ignore
  }
  const { name, file, slug, text, kept, problems, missing, imported } = outcome;
  const { report } = imported;
  const choices = choicesOf(report, text, publication);
  const toProblems = (some: typeof problems): readonly JsonProblem[] =>
    problemsForPrograms(some, (each) => (some.some((problem) => problem.file === each) ? text : undefined));
  return {
    from: name,
    exitCode: exitCodeOf(outcome),
    file,
    slug,
    reason: null,
    found: choices.filter(({ confidence }) => confidence === 'high'),
    guessed: choices.filter(({ confidence }) => confidence !== 'high'),
    removed: report.dropped.map(({ what, text: words }) => ({ what, text: words })),
    commented: [...report.commented, ...report.questions].map(({ why, text: words }) => ({ what: why, text: words })), // prettier-ignore
    kept,
    missing: toProblems(missing),
    warnings: toProblems(problems.filter((each) => !missing.includes(each))),
  };
}

function choicesOf(
  { found, lang, sections }: ImportReport,
  text: string,
  publication: Publication,
): Choice[] {
  const { frontMatter } = parse('briefs/brief.md', text, publication);
  const values = (frontMatter?.values ?? {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(found)
    .filter(([name]) => name in values || name === 'lang')
    .map(([name, reason]) => ({
      name,
      value: values[name] ?? lang,
      confidence: confidenceOf(reason),
      reason,
    }));
  const divided = sections.flatMap(({ heading, found: headings }): Choice[] => {
    const [first] = headings;
    if (first === undefined) return [];
    const others = headings.filter((each) => !isExact(each, heading));
    const confidence = others.length === 0 ? 'high' : 'medium';
    return [{ name: heading, confidence, reason: `from ${(others.length === 0 ? [first] : others).map((each) => `"${each}"`).join(', ')}` }]; // prettier-ignore
  });
  return [...fields, ...divided];
}

/** Made from the text. */
const isMade = /first sentence|shortened/;
/** Not said to be the field, but in its usual place. */
const isUsual = /first line|paragraph before|head of the page|the headings|block about|settings|position/;

function confidenceOf(reason: string): Confidence {
  return isMade.test(reason) ? 'low' : isUsual.test(reason) ? 'medium' : 'high';
}
