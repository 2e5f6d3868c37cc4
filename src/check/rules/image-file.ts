import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { imagesOf } from '../../markdown/image-uses.ts';
import { downloadAdvice } from '../../markdown/download-advice.ts';
import { readImageSource } from '../../markdown/links.ts';
import { addressWithin } from '../../brief/address-within.ts';
import type { Rule } from './rule.ts';

/** An image is a file beside the brief. Whether it is readable is checked when files are read. */
export const imageFile: Rule = ({ draft, fields }) => {
  const findings: Finding[] = [];
  for (const { url, range } of imagesOf(draft, fields)) {
    const source = readImageSource(url, draft.file);
    if (source.kind === 'file') continue;
    const address = addressWithin(url);
    findings.push({
      code: 'image-file',
      range,
      message: `Unexpected image ${quote(url)}, expected a file beside the brief`,
      note: {
        text:
          address === undefined
            ? (downloadAdvice(url) ?? source.reason)
            : `write ${address} without the marks around it, or run \`npm run check -- --fix\``,
      },
    });
  }
  return findings;
};
