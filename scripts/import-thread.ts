import { parentPort } from 'node:worker_threads';
import type { Publication } from '../src/brief/publication.ts';
import type { FieldOptions } from './import/choose-fields.ts';
import { importDocument } from './import/import-document.ts';

/** A document to import in a thread. */
export interface ImportRequest {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly options: FieldOptions;
}

/** The publication of the last document: each message has a copy of it, and what is made from it takes as long as to read a document. */
let known: { readonly text: string; readonly publication: Publication } | undefined;

parentPort?.on('message', ({ bytes, file, options }: ImportRequest) => {
  const text = JSON.stringify(options.publication);
  if (known?.text !== text) known = { text, publication: options.publication };
  importDocument(bytes, file, { ...options, publication: known.publication }).then(
    (result) => parentPort?.postMessage(result),
    (error: unknown) =>
      parentPort?.postMessage({
        problem: `it cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      }),
  );
});

// Sent after the parsers are loaded, so that loading does not count against a document.
parentPort?.postMessage('ready');
