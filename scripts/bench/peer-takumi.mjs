// Runs in the folder where the peer is installed: draws each title and prints how long it takes.
import { readFileSync } from 'node:fs';
import { Renderer } from '@takumi-rs/core';
import { container, text } from '@takumi-rs/helpers';

const titles = JSON.parse(readFileSync('titles.json', 'utf8')).filter((title) =>
  /^[\p{Script=Latin}\P{L}]*$/u.test(title),
);
const renderer = new Renderer();
await renderer.registerFont(
  readFileSync('node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'),
);
const [cpu, wall] = [process.cpuUsage(), performance.now()];
let bytes = 0;
for (const title of titles) {
  const style = { display: 'flex', width: 1200, height: 630, padding: 64, backgroundColor: '#fbfaf6' };
  const card = container({ style, children: [text(title, { fontSize: 72, color: '#16181d' })] });
  bytes += (await renderer.render(card, { width: 1200, height: 630, format: 'png' })).length;
}
const { user, system } = process.cpuUsage(cpu);
const seconds = (performance.now() - wall) / 1000;
console.log(JSON.stringify({ made: titles.length, cpu: (user + system) / 1000, seconds, bytes }));
