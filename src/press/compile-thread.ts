import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { cacheFolder } from './cache.ts';
import type { CompileSettings } from './compile-worker.ts';

// A thread reads half a second of code before it compiles its first brief; threads do not have their process' cache.
const [, { root }] = workerData as [unknown, CompileSettings];
enableCompileCache(join(root, cacheFolder, 'code'));
const { default: compileBatch } = await import('./compile-worker.ts');

export default compileBatch;
