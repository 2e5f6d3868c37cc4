import { parentPort } from 'node:worker_threads';
import type { FieldOptions } from './import/choose-fields.ts';
import { importDocument } from './import/import-document.ts';

/** A document to import in a thread. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly options: FieldOptions;
}

parentPort?.on('message', ({ bytes, file, options }: ImportRequest) => {
  importDocument(bytes, file, options).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) =>
      parentPort?.postMessage({
        problem: `it cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      }),
  );
});

// Sent after the parsers are loaded, so that loading does not count against a document.
parentPort?.postMessage('ready');
