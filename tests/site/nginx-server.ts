import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Whether nginx is installed; CI requires it. */
export const hasNginx = process.env['CI'] !== undefined || isInstalled('nginx', '-v');

export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A running nginx without special rights. */
export interface Nginx {
  /** Requests an address without following redirects. */
  readonly ask: (host: string, path: string, headers?: Record<string, string>) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** Starts nginx with configurations from `npm run host -- nginx`, on a free port instead of 80. */
export async function startNginx(servers: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'fourfold-nginx-'));
  const port = await freePort();
  const sites = servers.map((server, at) => {
    const path = join(folder, `site-${at}.conf`);
    writeFileSync(
      path,
      server.replace(/listen 80;/, `listen 127.0.0.1:${port};`).replace(/listen \[::\]:80;/, ''),
    );
    return `include ${path};`;
  });
  mkdirSync(join(folder, 'temp'));
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path temp;`,
  );
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; user ${process.getuid?.() === 0 ? 'root' : 'nobody'}; pid ${folder}/pid; error_log stderr;
     events {} http { include /etc/nginx/mime.types; access_log off; ${temporary.join(' ')} ${sites.join(' ')} }`,
  );
  const child = spawn('nginx', ['-p', folder, '-c', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ask: Nginx['ask'] = async (host, path, headers = {}) => {
    const asked = request({ port, host: '127.0.0.1', path, headers: { host, ...headers } });
    asked.end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: response.statusCode, headers: response.headers, body: await buffer(response) };
  };
  for (let tries = 0; ; tries += 1) {
    if (child.exitCode !== null || tries > 100) throw new Error(`nginx did not start: ${said}`);
    const answers = await ask('localhost', '/').then(
      () => true,
      () => false,
    );
    if (answers) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    ask,
    stop: async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function isInstalled(program: string, option: string): boolean {
  try {
    execFileSync(program, [option], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
