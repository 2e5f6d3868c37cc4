import { describe, expect, test } from 'vitest';
import { addressesOf } from '../../src/brief/addresses.ts';
import type { Brief } from '../../src/brief/brief.ts';
import type { PreparedImage } from '../../src/brief/image.ts';
import type { Publication } from '../../src/brief/publication.ts';
import { compile } from '../../src/check/compile.ts';
import { formatAtom } from '../../src/feeds/atom.ts';
import { siteChannel } from '../../src/feeds/channels.ts';
import { feedOf, itemOf } from '../../src/feeds/feed.ts';
import { formatJsonFeed } from '../../src/feeds/json-feed.ts';
import { formatRss } from '../../src/feeds/rss.ts';
import { languageFor } from '../../src/languages/languages.ts';
import { fieldOutputs, type FieldOutputs } from '../../src/brief/front-matter.ts';
import { briefData } from '../../src/metadata/brief-json.ts';
import { formatMarkdown } from '../../src/metadata/markdown-twin.ts';
import { publicationSample } from '../brief-sample.ts';
import { briefOf, exampleOf, examples, fields, settingsOfExamples } from '../every-field.ts';

const publication: Publication = publicationSample(settingsOfExamples);
const addresses = addressesOf(publication);
/** Another value for a required field. */
const others: Readonly<Record<string, unknown>> = {
  title: 'A small bill',
  summary: 'The lab disclosed another figure in another paper, and nobody has reported it.',
  date: '2025-09-17T09:00:00+08:00',
  topics: ['chips'],
  ai: 'assisted',
};

const image: PreparedImage = {
  file: 'briefs/pictures/lab.jpg',
  src: '/news/pictures/lab-0a1b2c3d.jpg',
  width: 800,
  height: 600,
  sources: [],
};

async function compiledWith(said: object): Promise<Brief> {
  const text = briefOf(said);
  const { compiled, diagnostics } = await compile({ file: 'briefs/r1.md', text }, publication, [], () => Promise.resolve({ image })); // prettier-ignore
  if (!compiled) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  // If nothing else has changed, nothing else may differ.
  return { ...compiled.listing, ...compiled.body, digest: '' };
}

/** All outputs of a brief, after all its dates. */
function outputsOf(brief: Brief): Record<Exclude<keyof FieldOutputs, 'page'>, string> {
  const language = languageFor(brief.lang);
  const outOfDate = brief.expires !== undefined;
  const item = itemOf(publication, addresses, { brief, language, outOfDate });
  const feed = feedOf(publication, addresses, siteChannel(publication, addresses, addresses.rss), [item]);
  return {
    json: JSON.stringify(briefData(publication, addresses, brief, language, { outOfDate, cards: [] })),
    markdown: formatMarkdown(publication, addresses, brief, language, outOfDate),
    feed: [formatRss(feed), formatAtom(feed), formatJsonFeed(feed)].join('\n'),
  };
}

describe('a field of the front matter', () => {
  test.each(fields)(
    '%s has an example that passes, and says of every output whether it appears there',
    (_, schema) => {
      expect(schema.safeParse(exampleOf(schema)).success).toBe(true);
      expect(schema.description).toMatch(/\.$/);
      const outputs = Object.entries(fieldOutputs.get(schema) ?? {});
      expect(outputs.map(([output]) => output)).toEqual(['page', 'json', 'markdown', 'feed']);
      const reasons = outputs.map(([, appears]) => appears).filter((appears) => appears !== true);
      for (const reason of reasons) expect(reason).toMatch(/^[A-Z].*\.$/);
    },
  );

  test.each(fields.filter(([name]) => name !== 'withdrawn'))(
    '%s appears in exactly the outputs that it says',
    async (name, schema) => {
      const { [name]: _left, ...rest } = examples;
      const without = name in others ? { ...rest, [name]: others[name] } : rest;
      const [full, other] = [outputsOf(await compiledWith(examples)), outputsOf(await compiledWith(without))];
      const { page: _page, ...declared } = fieldOutputs.get(schema) as FieldOutputs;
      const appears = { json: full.json !== other.json, markdown: full.markdown !== other.markdown, feed: full.feed !== other.feed }; // prettier-ignore
      expect(appears).toEqual(
        Object.fromEntries(Object.entries(declared).map(([output, said]) => [output, said === true])),
      );
    },
  );
});
