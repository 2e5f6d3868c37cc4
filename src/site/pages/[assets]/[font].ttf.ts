import type { APIRoute, GetStaticPaths } from 'astro';
import { fontsOfKind, respondFont, type FontProps } from '../_own-fonts.ts';

// Astro serves a file in `dev` only by a route with its ending.
export const getStaticPaths = (() => fontsOfKind('ttf')) satisfies GetStaticPaths;

export const GET: APIRoute<FontProps> = ({ props }) => respondFont(props, 'font/ttf');
