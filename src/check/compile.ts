import { hasErrors, diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import { addressesOf } from '../brief/addresses.ts';
import { check } from './check.ts';
import { standingName } from '../brief/briefs-folder.ts';
import { checkPage } from './check-page.ts';
import type { Draft } from '../markdown/draft.ts';
import { factsOf, factsOfPage, type Facts, type PageFacts } from './cross-brief-facts.ts';
import { imagesOf } from '../markdown/image-uses.ts';
import { readImageSource } from '../markdown/links.ts';
import { parse } from '../markdown/parse.ts';
import type { Publication } from '../brief/publication.ts';
import type { PreparedImage } from '../brief/image.ts';
import { renderPage, type PageText } from '../markdown/render.ts';
import { renderBrief, type Compiled, type RenderInputs } from '../markdown/render-brief.ts';
import type { FrontMatterFields } from '../brief/front-matter.ts';
import { inDraft } from './unfinished.ts';

export interface Compilation<Result> {
  /** Undefined if there are errors. */
  readonly compiled: Result | undefined;
  /** Also set for a brief with errors, so that cross-brief rules can check it. */
  readonly facts: Facts;
  readonly diagnostics: readonly Diagnostic[];
  /** Images in the brief, relative to the project root. It is compiled again when one changes. */
  readonly images: readonly string[];
}

/** A standing page that is valid on its own. */
export interface CompiledPage extends PageText {
  /** Such as `about`, or `es/about` for one in Spanish. */
  readonly slug: string;
  readonly title: string;
  /** One sentence of plain text. */
  readonly description: string;
}

export interface PageCompilation extends Pick<Compilation<unknown>, 'diagnostics' | 'images'> {
  readonly page: CompiledPage | undefined;
  readonly facts: PageFacts;
}

/** Reads the size and address of an image, or explains why it cannot be used. */
export type PrepareImage = (
  path: string,
) => Promise<{ readonly image: PreparedImage; readonly warning?: string } | { readonly problem: string }>;

interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Renders a draft, or looks up what an earlier build rendered. */
export type RenderDraft<Result> = (draft: Draft, inputs: RenderInputs) => Result;

/** Parses, checks and, if there are no errors, renders a brief. */
export async function compile(
  source: SourceText,
  publication: Publication,
  components: readonly string[],
  prepareImage: PrepareImage,
): Promise<Compilation<Compiled>> {
  return compileWith(source, publication, components, prepareImage, (draft, inputs) =>
    renderBrief(draft, inputs, addressesOf(publication)),
  );
}

/** Compiles with a function that may return an earlier result. */
export async function compileWith<Result>(
  { file, text }: SourceText,
  publication: Publication,
  components: readonly string[],
  prepareImage: PrepareImage,
  renderDraft: RenderDraft<Result>,
): Promise<Compilation<Result>> {
  const draft = parse(file, text, publication, components);
  const checked = check(draft, publication);
  const { asked: images, prepared, problems } = await prepareImages(draft, checked.known, prepareImage);
  const facts = factsOf(draft, checked.known);
  const ofImages = facts.status === 'draft' ? problems.map(inDraft) : problems;
  const diagnostics = [...checked.diagnostics, ...ofImages];
  if (checked.fields === undefined || hasErrors(diagnostics)) {
    return { compiled: undefined, facts, diagnostics, images };
  }
  const compiled = renderDraft(draft, { fields: checked.fields, images: prepared });
  return { compiled, facts, diagnostics, images };
}

/** Does the same for a standing page. */
export async function compilePage(
  { file, text }: SourceText,
  publication: Publication,
  components: readonly string[],
  prepareImage: PrepareImage,
): Promise<PageCompilation> {
  const draft = parse(file, text, publication, components);
  const checked = checkPage(draft, publication);
  const { asked: images, prepared, problems } = await prepareImages(draft, {}, prepareImage);
  const facts = factsOfPage(draft);
  const diagnostics = [...checked.diagnostics, ...problems];
  if (!checked.fields || hasErrors(diagnostics)) return { page: undefined, facts, diagnostics, images };
  const { title, description } = checked.fields;
  const rendered = renderPage(draft, addressesOf(publication), prepared);
  return { page: { slug: standingName(file), title, description, ...rendered }, facts, diagnostics, images };
}

async function prepareImages(
  draft: Draft,
  fields: Partial<FrontMatterFields>,
  prepareImage: PrepareImage,
): Promise<{ asked: string[]; prepared: Map<string, PreparedImage>; problems: Diagnostic[] }> {
  const asked = new Set<string>();
  const prepared = new Map<string, PreparedImage>();
  const problems: Diagnostic[] = [];
  for (const { url, range } of imagesOf(draft, fields)) {
    const source = readImageSource(url, draft.file);
    if (source.kind !== 'file') continue;
    asked.add(source.path);
    const result = await prepareImage(source.path);
    if ('problem' in result) {
      problems.push(
        diagnosticOf(draft.file, {
          code: 'image-file',
          range,
          message: `Unexpected image ${quote(url)}, expected a file that can be shown`,
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
          message: `Unexpected GPS position in the image ${quote(url)}, expected a file without it`,
          note: { text: result.warning },
        }),
      );
    }
    prepared.set(source.path, result.image);
  }
  return { asked: [...asked], prepared, problems };
}
