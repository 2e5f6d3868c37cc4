import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

// Half of what a build of a small site takes is reading code: ours, Astro's and Vite's.
enableCompileCache('.cache/fourfold/code');
// Where there is memory, V8 lets garbage pile up to three times of what is used; of 10,000 briefs that is 200 MB more, and
// no less work.
setFlagsFromString('--heap-growing-percent=100');
await import('./build-command.ts');
