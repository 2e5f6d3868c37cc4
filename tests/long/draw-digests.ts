import { createHash } from 'node:crypto';
import { sampleBrief } from '../../scripts/bench/sample.ts';
import { describeCard } from '../../src/cards/card.ts';
import { shippedSettings } from '../settings-file.ts';
import { drawWhole } from '../cards/drawn.ts';

const site = shippedSettings();

/** Prints the digests of the link cards of the given sample briefs. */
const digests: string[] = [];
for (const number of process.argv.slice(2)) {
  const { listing, language } = sampleBrief(Number(number));
  const { bytes } = await drawWhole(describeCard(listing, site, language).spec, '');
  digests.push(createHash('sha256').update(bytes).digest('hex'));
}
console.log(JSON.stringify(digests));
