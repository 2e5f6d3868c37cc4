import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** Behaviour of an endpoint: accept, redirect to a page of thanks, fail, hang up, or not answer. */
export type Manner = 'takes' | 'redirects' | 'fails' | 'hangs up' | 'keeps silent';

/** A local form service that records submissions. */
export interface Endpoint {
  readonly address: string;
  readonly received: { readonly form: string; readonly headers: IncomingMessage['headers'] }[];
  manner: Manner;
  /** Whether pages of other origins may read its responses (CORS). */
  isOpen: boolean;
  readonly stop: () => Promise<void>;
}

export async function startEndpoint(): Promise<Endpoint> {
  const server = createServer((request, response) => {
    void text(request).then((form) => {
      if (request.method === 'POST') endpoint.received.push({ form, headers: request.headers });
      if (endpoint.manner === 'hangs up') return request.socket.destroy();
      if (endpoint.manner === 'keeps silent' && request.method === 'POST') return undefined;
      if (endpoint.isOpen) response.setHeader('Access-Control-Allow-Origin', '*');
      if (endpoint.manner === 'redirects') response.setHeader('Location', 'https://elsewhere.example/thanks');
      response.statusCode = { takes: 200, redirects: 303, fails: 500, 'keeps silent': 404 }[endpoint.manner];
      return response.end(`<title>${endpoint.manner}</title>`);
    });
  });
  server.listen(0);
  await once(server, 'listening');
  const endpoint: Endpoint = {
    address: `http://localhost:${(server.address() as AddressInfo).port}/votes`,
    received: [],
    manner: 'takes',
    isOpen: true,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return endpoint;
}
