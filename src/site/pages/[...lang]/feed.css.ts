import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { languageFor } from '../../../languages/languages.ts';
import { formatFeedStyles } from '../../../feeds/browser-styles.ts';
import { site } from 'virtual:fourfold';
import rules from '../../styles/feed.css?raw';
import { listEditions } from '../_editions.ts';
import { respond } from '../_feeds.ts';
import { pageOf } from '../_snapshot.ts';

export const getStaticPaths = (() =>
  listEditions().map(({ lang, path }) => pageOf({ lang: path }, { lang }))) satisfies GetStaticPaths;

type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { lang } }) =>
  respond(formatFeedStyles(rules, languageFor(lang), site), 'text/css');
