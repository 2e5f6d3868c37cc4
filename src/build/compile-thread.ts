import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { cacheFolder } from '../store/cache.ts';
import type { CompileSettings, CompileTask, Compiling } from './compile-batch.ts';

// tinypool hands over its own data first, then the pool's.
const [, settings] = workerData as [unknown, CompileSettings];
// A thread reads half a second of code before it compiles its first brief; threads do not have their process' cache.
enableCompileCache(join(settings.root, cacheFolder, 'code'));
const { compileBatch } = await import('./compile-batch.ts');

export default (tasks: readonly CompileTask[]): Promise<Compiling[]> => compileBatch(tasks, settings);
