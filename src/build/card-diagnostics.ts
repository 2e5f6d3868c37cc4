import type { Path } from '../markdown/field-places.ts';
import { rangeOfField } from '../markdown/field-places.ts';
import { keyOfHeadings } from '../languages/languages.ts';
import { inDraft } from '../check/unfinished.ts';
import { parse } from '../markdown/parse.ts';
import type { Draft } from '../markdown/draft.ts';
import { textPassages } from '../markdown/passages.ts';
import type { Publication } from '../brief/publication.ts';
import { sectionsOf } from '../markdown/sections.ts';
import { drawable, graphemesOf } from '../cards/text/characters.ts';
import type { CardProblem } from '../cards/problem.ts';
import { diagnosticOf, sortDiagnostics, type Diagnostic, type Range } from '../diagnostics/diagnostic.ts';
import { readBrief } from './find-briefs.ts';
import { readSettingsSource } from '../settings/settings.ts';
import type { SettingsSource } from '../settings/settings-source.ts';
import type { JobProblem } from './worker-pool.ts';
import { settingsFile } from '../brief/briefs-folder.ts';

/**
 * Reports the problems of cards where their texts come from, in the brief or in the settings. A problem that several cards share
 * is reported only for one of them. In drafts it is a warning, since nobody sees their cards yet, and so is a text that the
 * settings let cards do without.
 */
export function diagnosticsOfCards(
  root: string,
  publication: Publication,
  problems: readonly JobProblem[],
): Diagnostic[] {
  if (problems.length === 0) return [];
  const settings = readSettingsSource(root);
  const byFile = Map.groupBy(problems, ({ job }) => job.about ?? '');
  const found = [...byFile].flatMap(([file, refused]): Diagnostic[] => {
    const severe = ({ isMade }: JobProblem, diagnostic: Diagnostic): Diagnostic =>
      isMade && publication.onCardError === 'plain' ? { ...diagnostic, severity: 'warning' } : diagnostic;
    if (file === settingsFile)
      return refused.map((each) =>
        severe(each, diagnosticOfPublication(each.problem as CardProblem, settings)),
      );
    const read = readBrief(root, file);
    if (!('text' in read)) return [];
    const draft = parse(file, read.text, publication);
    return refused.map((each) => severe(each, diagnosticIn(draft, each.problem as CardProblem, settings)));
  });
  const told = Map.groupBy(found, ({ file, code, range }) => `${file} ${code} ${range.start}`);
  return sortDiagnostics([...told.values()].flatMap(([first]) => (first ? [first] : [])));
}

function diagnosticIn(draft: Draft, problem: CardProblem, settings: SettingsSource | undefined): Diagnostic {
  const { code, part, message } = problem;
  const { file, range } = placeOf(problem, draft, settings);
  const diagnostic = diagnosticOf(file, {
    code,
    range,
    message: `${message.replace(/\.$/, '')} (${part} of the card)`,
    note: { text: adviceFor(problem) },
  });
  return fieldAt(draft, ['status']) === 'draft' ? inDraft(diagnostic) : diagnostic;
}

/** Reports a problem of the publication's own card. */
function diagnosticOfPublication(problem: CardProblem, settings: SettingsSource | undefined): Diagnostic {
  const { code, part, message, character } = problem;
  const path = [part === 'title' ? 'name' : part];
  const origin = settings?.has(path) ? settingOrigin(path, settings) : undefined;
  const range = (character === undefined ? undefined : origin?.find(character)) ?? origin?.range;
  return diagnosticOf(settingsFile, {
    code,
    range: range ?? { start: 0, end: 1 },
    message: `${message.replace(/\.$/, '')} (${part} of the publication's card)`,
    note: { text: adviceFor(problem) },
  });
}

function adviceFor({ code, part, character }: CardProblem): string {
  if (code === 'card-size') return 'choose a calmer image: networks show no card of more bytes';
  if (code === 'image-file') return 'save the image again, or choose another';
  const change = character === undefined ? 'Shorten the text' : 'Replace the character';
  return part === 'title' || part === 'card'
    ? `${change}, or give the brief a \`cardTitle\`, which replaces the title on cards.`
    : `${change}. With \`onCardError: plain\` in ${settingsFile}, cards leave out what they cannot show.`;
}

interface Place {
  readonly file: string;
  readonly range: Range;
}

/** A place that the words of a card may come from. */
interface Origin extends Place {
  readonly words: string;
  /** The offset of a character in it; undefined if it does not have it. */
  readonly find: (character: string) => Range | undefined;
}

/** The character, where the problem is about one; else the longest of the texts that the part is made of. */
function placeOf(
  { part, character }: CardProblem,
  draft: Draft,
  settings: SettingsSource | undefined,
): Place {
  const origins = originsOf(part, draft, settings);
  if (character !== undefined) {
    for (const { file, find } of origins) {
      const range = find(character);
      if (range) return { file, range };
    }
  }
  const [longest] = origins.toSorted((one, other) => other.words.length - one.words.length);
  return longest ?? { file: draft.file, range: { start: 0, end: 1 } };
}

const sectionPart = /^text of section (\d)$/;

function originsOf(part: string, draft: Draft, settings: SettingsSource | undefined): Origin[] {
  const section = sectionPart.exec(part)?.[1];
  if (section !== undefined) return sectionOrigins(draft, Number(section) - 1);
  if (part === 'what is next') {
    const expected = fieldOrigins(['watch'], draft);
    return [...expected, ...sectionOrigins(draft, 2), ...fieldOrigins(['summary'], draft)];
  }
  const topic = String(fieldAt(draft, ['topics', 0]));
  const own = settings?.valueAt(['headings']) as Publication['headings'];
  const headings: Path = ['headings', keyOfHeadings(draft.language, own ? { headings: own } : {}) ?? ''];
  const titleFields: readonly Path[] = [
    [fieldAt(draft, ['cardTitle']) === undefined ? 'title' : 'cardTitle'],
  ];
  const fields: Readonly<Record<string, readonly Path[]>> = {
    topic: [['topics', 0]],
    title: titleFields,
    figure: [['figures', 0, 'value']],
    'label of the figure': [['figures', 0, 'label']],
    'other figures': [1, 2].flatMap((at): Path[] => [
      ['figures', at, 'value'],
      ['figures', at, 'label'],
    ]),
    foot: [['reviewer']],
    credit: [['image', 'credit']],
    sources: [['sources']],
    image: [['image', 'src']],
    card: titleFields,
  };
  const ownSettings: Readonly<Record<string, Path>> = {
    topic: ['topics', topic, 'name'],
    foot: ['name'],
    address: ['address'],
    heading: headings,
  };
  const setting = ownSettings[part];
  return [
    ...(setting && settings?.has(setting) ? [settingOrigin(setting, settings)] : []),
    ...(fields[part] ?? []).flatMap((path) => fieldOrigins(path, draft)),
  ];
}

function fieldAt({ frontMatter }: Draft, path: Path): unknown {
  return frontMatter?.document.getIn(path);
}

function fieldOrigins(path: Path, draft: Draft): Origin[] {
  const { file, source, frontMatter } = draft;
  if (!frontMatter?.document.hasIn(path)) return [];
  const range = rangeOfField(frontMatter, path);
  return [
    {
      file,
      range,
      words: String(fieldAt(draft, path)),
      find: (character) => findIn(source, range, character),
    },
  ];
}

function settingOrigin(path: Path, { text, valueAt, rangeOf }: SettingsSource): Origin {
  const range = rangeOf(path);
  return {
    file: settingsFile,
    range,
    words: String(valueAt(path)),
    find: (character) => findIn(text, range, character),
  };
}

/** A character is looked for in what readers see of the section, and then in all that is written there. */
function sectionOrigins(draft: Draft, section: number): Origin[] {
  const { file, source } = draft;
  return sectionsOf(draft)
    .filter(({ entry }) => entry.section === section)
    .map(({ entry, content }): Origin => {
      const whole = {
        start: entry.range.start,
        end: content.at(-1)?.position?.end.offset ?? entry.range.end,
      };
      return {
        file,
        range: entry.range,
        words: entry.text,
        find: (character) => {
          for (const { text, place } of textPassages(content, source)) {
            const found = findIn(text, { start: 0, end: text.length }, character);
            if (found) return place(found.start, found.end);
          }
          return findIn(source, whole, character);
        },
      };
    });
}

/** The first grapheme of a stretch of text that has a character, as cards would draw it. */
function findIn(text: string, { start, end }: Range, character: string): Range | undefined {
  let at = start;
  for (const grapheme of graphemesOf(text.slice(start, end))) {
    if (drawable(grapheme.normalize('NFC')).includes(character))
      return { start: at, end: at + grapheme.length };
    at += grapheme.length;
  }
  return undefined;
}
