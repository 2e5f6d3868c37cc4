import { enableCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';
import { cachePath } from '../store/cache.ts';
import type { CompileSettings, CompileTask, Compiling } from './compile-batch.ts';

// tinypool passes its own data first, then the pool's.
const [, settings] = workerData as [unknown, CompileSettings];
// A thread loads code for half a second before it compiles its first brief, and does not share the compile cache of its process.
enableCompileCache({ directory: cachePath(settings.root, 'code'), portable: true });
const { compileBatch } = await import('./compile-batch.ts');

export default (tasks: readonly CompileTask[]): Promise<Compiling[]> => compileBatch(tasks, settings);
