import { hasErrors, diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { addressesOf } from '../brief/addresses.ts';
import type { Body, Listing } from '../brief/brief.ts';
import { check } from './check.ts';
import { checkPage } from './check-page.ts';
import { countWords } from '../brief/graphemes.ts';
import type { Draft } from '../markdown/draft.ts';
import { factsOf, factsOfPage, type Facts, type PageFacts } from './cross-brief-facts.ts';
import { imagesOf } from '../markdown/image-uses.ts';
import { readImageSource } from '../markdown/links.ts';
import { parse } from '../markdown/parse.ts';
import type { Publication } from '../brief/publication.ts';
import type { PreparedPicture } from '../brief/image.ts';
import { render, renderPage, type PageText } from '../markdown/render.ts';
import type { FrontMatterFields } from '../markdown/schema.ts';
import { firstSentence } from '../markdown/sentences.ts';

/** A brief that is valid on its own; edition rules may still report errors. */
export interface Compiled {
  readonly listing: Omit<Listing, 'digest'>;
  readonly body: Body;
}

export interface Compilation {
  /** Undefined if there are errors. */
  readonly compiled: Compiled | undefined;
  /** Also set for a brief with errors, so that edition rules can check it. */
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
  /** Images in the brief, relative to the project root. It is compiled again when one changes. */
  readonly pictures: readonly string[];
}

/** A standing page that is valid on its own. */
export interface CompiledPage extends PageText {
  readonly slug: string;
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
}

export interface PageCompilation extends Pick<Compilation, 'diagnostics' | 'pictures'> {
  readonly page: CompiledPage | undefined;
  readonly facts: PageFacts;
}

/** Reads the size and address of an image, or explains why it cannot be used. */
export type PreparePicture = (
  path: string,
) => Promise<{ readonly picture: PreparedPicture; readonly warning?: string } | { readonly problem: string }>;

interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Parses, checks and, if there are no errors, renders a brief. */
export async function compile(
  { file, text }: SourceText,
  publication: Publication,
  components: readonly string[],
  preparePicture: PreparePicture,
): Promise<Compilation> {
  const draft = parse(file, text, publication, components);
  const checked = check(draft, publication);
  const { asked: pictures, prepared, problems } = await preparePictures(draft, checked.known, preparePicture);
  const facts = factsOf(draft, checked.known);
  const diagnostics = [...checked.diagnostics, ...problems];
  if (checked.fields === undefined || hasErrors(diagnostics)) {
    return { compiled: undefined, facts, diagnostics, pictures };
  }
  const body = render(draft, addressesOf(publication), prepared);
  const listing = listingOf(draft, checked.fields, body, prepared);
  return { compiled: { listing, body }, facts, diagnostics, pictures };
}

/** Does the same for a standing page. */
export async function compilePage(
  { file, text }: SourceText,
  publication: Publication,
  components: readonly string[],
  preparePicture: PreparePicture,
): Promise<PageCompilation> {
  const draft = parse(file, text, publication, components);
  const checked = checkPage(draft, publication);
  const { asked: pictures, prepared, problems } = await preparePictures(draft, {}, preparePicture);
  const facts = factsOfPage(draft);
  const diagnostics = [...checked.diagnostics, ...problems];
  if (!checked.fields || hasErrors(diagnostics)) return { page: undefined, facts, diagnostics, pictures };
  const { title, description } = checked.fields;
  const rendered = renderPage(draft, addressesOf(publication), prepared);
  return { page: { slug: draft.slug, title, description, ...rendered }, facts, diagnostics, pictures };
}

async function preparePictures(
  draft: Draft,
  fields: Partial<FrontMatterFields>,
  preparePicture: PreparePicture,
): Promise<{ asked: string[]; prepared: Map<string, PreparedPicture>; problems: Diagnostic[] }> {
  const asked = new Set<string>();
  const prepared = new Map<string, PreparedPicture>();
  const problems: Diagnostic[] = [];
  for (const { url, range } of imagesOf(draft, fields)) {
    const source = readImageSource(url, draft.file);
    if (source.kind !== 'file') continue;
    asked.add(source.path);
    const result = await preparePicture(source.path);
    if ('problem' in result) {
      problems.push(
        diagnosticOf(draft.file, {
          code: 'image-file',
          range,
          message: `Unexpected picture ${quote(url)}, expected a file that can be shown`,
          note: { text: result.problem },
        }),
      );
      continue;
    }
    // Warns once per image, even if it appears several times.
    if (result.warning !== undefined && !prepared.has(source.path)) {
      problems.push(
        diagnosticOf(draft.file, {
          code: 'image-location',
          range,
          message: `Unexpected GPS position in the picture ${quote(url)}, expected a file without it`,
          note: { text: result.warning },
        }),
      );
    }
    prepared.set(source.path, result.picture);
  }
  return { asked: [...asked], prepared, problems };
}

function listingOf(
  draft: Draft,
  fields: FrontMatterFields,
  body: Body,
  pictures: ReadonlyMap<string, PreparedPicture>,
): Omit<Listing, 'digest'> {
  const { unit, perMinute } = draft.language.reading;
  const words = body.sections.reduce((sum, { text }) => sum + countWords(text, unit), 0);
  const { image, ...rest } = fields;
  const source = image && readImageSource(image.src, draft.file);
  const picture = source?.kind === 'file' ? pictures.get(source.path) : undefined;
  return {
    ...rest,
    ...(image && source?.kind === 'file' && picture ? { image: { ...image, ...picture } } : {}),
    slug: draft.slug,
    firstSlug: fields.aliases[0] ?? draft.slug,
    file: draft.file,
    next: firstSentence(body.sections[2].text, fields.lang),
    words,
    minutes: Math.max(1, Math.round(words / perMinute)),
  };
}
