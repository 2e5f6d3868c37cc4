// Runs in the folder of the other tool: draws each title and prints the time.
import { readFileSync } from 'node:fs';
import { generateOpenGraphImage } from 'astro-og-canvas';

// The package logs to standard output, which must only contain the result.
console.info = console.debug = console.warn = () => {};
const say = console.log;
console.log = () => {};

const titles = JSON.parse(readFileSync('titles.json', 'utf8')).filter((title) =>
  /^[\p{Script=Latin}\P{L}]*$/u.test(title),
);
const fonts = ['./node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2'];
const [cpu, wall] = [process.cpuUsage(), performance.now()];
let bytes = 0;
for (const title of titles) {
  const card = await generateOpenGraphImage({ title, fonts, cacheDir: false });
  bytes += card.length ?? card.byteLength;
}
const { user, system } = process.cpuUsage(cpu);
say(
  JSON.stringify({
    made: titles.length,
    cpu: (user + system) / 1000,
    seconds: (performance.now() - wall) / 1000,
    bytes,
  }),
);
