import { textOfIndex } from '../../search/search-words.ts';
import { keep, recall } from './device-storage.ts';
import { excerptOf, factsOf, type Fragment } from './search-excerpt.ts';
import { openSearch, type Found, type Query, type SearchSettings } from './search-indexes.ts';

/** Messages of the script in the page's language. */
export interface SearchWords {
  /** By CLDR plural category. */
  readonly found: Readonly<Record<string, string>>;
  readonly none: string;
  readonly noneIn: string;
  readonly didYouMean: string;
  readonly searching: string;
  readonly failed: string;
  readonly notSearched: string;
  readonly earlier: string;
}

/** Results shown at once. */
const pageful = 10;
/** Milliseconds after the last key, and until a loading message appears. */
const pause = 250;
const patience = 400;

/** Searches while typing, and stores the query in the address, so that it can be shared and restored. */
export function offerSearch(
  form: HTMLFormElement,
  page: SearchPage,
  settings: SearchSettings,
  words: SearchWords,
): void {
  const search = openSearch(settings);
  const preferred = preferredLanguage(form);
  let asked = '';
  let found: Found | undefined;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const run = async (): Promise<void> => {
    clearTimeout(typing);
    const query = queryOf(form);
    const mine = addressOf(query, preferred);
    if (mine === asked && found) return;
    asked = mine;
    found = undefined;
    history.replaceState(history.state, '', mine);
    page.results.replaceChildren();
    page.more.hidden = true;
    page.earlier.hidden = true;
    page.aside.textContent = '';
    page.status.textContent = '';
    if (mine === location.pathname) return;
    const slow = setTimeout(() => {
      if (mine === asked) page.status.textContent = words.searching;
    }, patience);
    try {
      const answer = await search(query);
      const fragments = await answer.next(pageful);
      if (mine !== asked) return;
      found = answer;
      const left = new Intl.ListFormat(document.documentElement.lang).format(answer.notSearched);
      page.aside.textContent = left === '' ? '' : words.notSearched.replace('{languages}', left);
      page.results.append(...itemsOf(fragments));
      show(answer);
      if (answer.count() === 0 && query.words !== '') {
        const meant = await answer.nearest();
        if (mine === asked && meant !== undefined)
          page.status.append(' ', ...offerOf({ ...query, words: meant }));
      }
    } catch {
      if (mine === asked) page.status.textContent = words.failed;
    } finally {
      clearTimeout(slow);
    }
  };

  const more = async (first: (answer: Found) => Promise<void>): Promise<void> => {
    const answer = found;
    if (!answer) return;
    try {
      await first(answer);
      const fragments = await answer.next(pageful);
      if (answer !== found) return;
      const items = itemsOf(fragments);
      const links = items.flatMap((item) => item.querySelector('a') ?? []);
      page.results.append(...items);
      show(answer);
      // The button may be gone.
      (links[0] ?? page.status).focus();
    } catch {
      if (answer === found) page.status.textContent = words.failed;
    }
  };

  const itemsOf = (fragments: readonly Fragment[]): DocumentFragment[] =>
    fragments.map((fragment) => itemOf(fragment, page, form));

  const show = (answer: Found): void => {
    const { searched, left } = answer.years();
    const range = [...new Set([searched.at(-1), searched[0]])].join('–');
    page.status.textContent = countOf(answer) + (left.length > 0 ? ` · ${range}` : '');
    page.more.hidden = page.results.children.length >= answer.count();
    page.earlier.hidden = left.length === 0;
    page.earlier.textContent = words.earlier.replace('{year}', left[0] ?? '');
  };

  const countOf = (answer: Found): string => {
    const count = answer.count();
    const { lang } = document.documentElement;
    if (count === 0 && answer.notSearched.length > 0) {
      return words.noneIn.replace('{languages}', new Intl.ListFormat(lang).format(answer.searchedIn));
    }
    if (count === 0) return words.none;
    const label = words.found[new Intl.PluralRules(lang).select(count)] ?? words.found['other'] ?? '';
    return label.replace('{count}', new Intl.NumberFormat(lang).format(count));
  };

  /** "Did you mean …?", with a link to the results. */
  const offerOf = (query: Query): (string | Node)[] => {
    const link = document.createElement('a');
    link.href = addressOf(query, preferred);
    link.textContent = query.words;
    const [before = '', after = ''] = words.didYouMean.split('{words}');
    return [before, link, after];
  };

  form.addEventListener('input', (event) => {
    clearTimeout(typing);
    // A composition is not a word yet.
    if (event instanceof InputEvent && event.isComposing) return;
    if (event.target instanceof HTMLInputElement && event.target.type === 'checkbox') return;
    typing = setTimeout(() => void run(), event.target instanceof HTMLSelectElement ? 0 : pause);
  });
  form.addEventListener('compositionend', () => {
    typing = setTimeout(() => void run(), pause);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void run();
  });
  page.more.addEventListener('click', () => void more(() => Promise.resolve()));
  page.earlier.addEventListener('click', () => void more((answer) => answer.goBack()));
  fillIn(form, preferred);
  // Without a query, the field gets the focus.
  const field = form.elements.namedItem(fields.words);
  if (location.search === '' && field instanceof HTMLInputElement) field.focus({ preventScroll: true });
  void run();
}

/** A key focuses the field. It can be disabled, because speech input may type keys by accident. */
export function offerShortcut(field: HTMLInputElement, box: HTMLInputElement): void {
  const key = 'search shortcut';
  box.checked = recall(key) !== 'off';
  box.closest('label')?.removeAttribute('hidden');
  box.addEventListener('change', () => {
    keep(key, box.checked ? 'on' : 'off');
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !box.checked) return;
    if (
      event.target instanceof Element &&
      event.target.matches('input:not([type="checkbox"]), select, textarea')
    )
      return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** The parts of the page that the search fills. */
export interface SearchPage {
  readonly status: HTMLElement;
  readonly aside: HTMLElement;
  readonly results: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly earlier: HTMLButtonElement;
  /** A template for results in each language, with a line for each section. */
  readonly templates: ReadonlyMap<string, HTMLTemplateElement>;
}

const fields = { words: 'q', topic: 'topic', year: 'year', lang: 'lang' } as const;

function queryOf(form: HTMLFormElement): Query {
  const data = new FormData(form);
  const said = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    words: said(fields.words),
    topic: said(fields.topic),
    year: said(fields.year),
    lang: said(fields.lang),
  };
}

/** The address of a query; an empty language stands for all where another one is preferred. */
function addressOf(query: Query, preferred: string): string {
  const said = Object.entries(fields).flatMap(([part, name]): [string, string][] => {
    const value = query[part as keyof Query];
    return value === (name === fields.lang ? preferred : '') ? [] : [[name, value]];
  });
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : location.pathname;
}

/** The language that the page selects, or nothing if it searches all. */
function preferredLanguage(form: HTMLFormElement): string {
  const field = form.elements.namedItem(fields.lang);
  const options = field instanceof HTMLSelectElement ? [...field.options] : [];
  return options.find(({ defaultSelected }) => defaultSelected)?.value ?? '';
}

function fillIn(form: HTMLFormElement, preferred: string): void {
  const said = new URLSearchParams(location.search);
  for (const name of Object.values(fields)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = said.get(name) ?? (name === fields.lang ? preferred : '');
      // An option that does not exist.
      if (field.value === '' && field instanceof HTMLSelectElement) field.selectedIndex = 0;
    }
  }
}

function itemOf(fragment: Fragment, { templates }: SearchPage, form: HTMLFormElement): DocumentFragment {
  const { language, url, meta } = fragment;
  const { date, day, topic, lang } = factsOf(fragment);
  const { parts, pieces } = excerptOf(fragment);
  const template = templates.get(language);
  if (!template) throw new Error('a result in a language that the page does not know');
  const item = template.content.cloneNode(true) as DocumentFragment;
  const part = (selector: string): HTMLElement | null => item.querySelector(selector);
  const article = part('article');
  article?.setAttribute('lang', lang);
  article?.setAttribute('data-topic', topic);
  const kicker = part('.kicker');
  if (kicker) kicker.textContent = topicOf(topic, form);
  const link = part('h2 a');
  link?.setAttribute('href', url);
  link?.append(textOfIndex(meta['title'] ?? ''));
  part('.summary')?.append(
    ...pieces.map(({ text, found }) => {
      if (!found) return text;
      const mark = document.createElement('mark');
      mark.append(text);
      return mark;
    }),
  );
  const lines = [...item.querySelectorAll<HTMLElement>('[data-part]')];
  const found = parts.flatMap((id) => {
    const line = lines.find(({ dataset }) => dataset['part'] === id);
    line?.querySelector('a')?.setAttribute('href', `${url}#${id}`);
    return line ?? [];
  });
  part('.found')?.replaceChildren(...found);
  const time = document.createElement('time');
  time.dateTime = date;
  time.append(day);
  part('.meta')?.append(time);
  return item;
}

/** The name of a topic in the filter. */
function topicOf(slug: string, form: HTMLFormElement): string {
  const field = form.elements.namedItem(fields.topic);
  const options = field instanceof HTMLSelectElement ? [...field.options] : [];
  return options.find(({ value }) => value === slug)?.text ?? slug;
}
