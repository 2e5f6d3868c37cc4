import type { APIRoute } from 'astro';
import { languageFor } from '../../languages/languages.ts';
import { formatFeedStyles } from '../../feeds/browser-styles.ts';
import { site } from 'virtual:fourfold';
import rules from '../styles/feed.css?raw';
import { respond } from './_feeds.ts';

export const GET: APIRoute = () => respond(formatFeedStyles(rules, languageFor(site.lang), site), 'text/css');
