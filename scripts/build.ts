import { enableCompileCache } from 'node:module';

// Half of what a build of a small site takes is reading code: ours, Astro's and Vite's.
enableCompileCache('.cache/fourfold/code');
await import('./build-command.ts');
