import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { copyProject, runScript } from './project.ts';
import { startServer } from './server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The shipped project, built and served once for all tests that only read it. */
    readonly shippedSite: { readonly root: string; readonly address: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = copyProject({ briefs: true });
  const { code, output } = await runScript(root, 'build', { BRIEFS_NOW: '2026-01-01T12:00:00Z' });
  if (code !== 0) throw new Error(output);
  const server = await startServer(root, 'preview');
  project.provide('shippedSite', { root, address: server.address });
  return async () => {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  };
}
