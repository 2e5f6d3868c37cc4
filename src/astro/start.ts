import { build, dev, preview, type AstroInlineConfig } from 'astro';
import { astroConfig } from './config.ts';
import { fourfold } from './integration.ts';

/** Where a server of this machine listens. */
export interface Listening {
  /** Default: 4321, or the next that is free. */
  readonly port?: number;
  /** Whether other machines may open it, or at which address; default: this machine alone. */
  readonly host?: boolean | string;
  readonly open: boolean;
}

/** Bundles and renders all pages with Astro. */
export async function buildWithAstro(root: string, isPreview = false): Promise<void> {
  await build(configOf(root, 'build', isPreview));
}

export async function startDev(root: string, server: Listening): Promise<void> {
  await dev({ ...configOf(root, 'dev'), server });
}

export async function startPreview(root: string, server: Listening): Promise<void> {
  await preview({ ...configOf(root, 'preview'), server });
}

function configOf(root: string, command: 'build' | 'dev' | 'preview', isPreview = false): AstroInlineConfig {
  return { ...astroConfig(root, command, isPreview), integrations: [fourfold(isPreview)] };
}
