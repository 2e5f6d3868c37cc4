import type { Finding } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { rangeOfField } from '../../markdown/field-places.ts';
import { nodesOf, rangeOf } from '../../markdown/nodes.ts';
import { slugOf } from '../../brief/slug.ts';
import type { Rule } from './rule.ts';

/** Every image has a text alternative (WCAG 2.2, 1.1.1). */
export const imageAlt: Rule = ({ draft, fields }) => {
  const findings: Finding[] = [];
  for (const node of nodesOf(draft.tree, 'image', 'imageReference')) {
    const alt = (node.alt ?? '').trim();
    if (alt === '') {
      findings.push({
        code: 'image-alt',
        range: rangeOf(node),
        message: 'Unexpected image without a description, expected words between "![" and "]"',
      });
    } else if (isNoDescription(alt, node.type === 'image' ? node.url : '')) {
      findings.push({ ...noDescription(alt), range: rangeOf(node) });
    }
  }
  if (fields.image && draft.frontMatter && isNoDescription(fields.image.alt, fields.image.src)) {
    const range = rangeOfField(draft.frontMatter, ['image', 'alt']);
    findings.push({ ...noDescription(fields.image.alt), range });
  }
  return findings;
};

function noDescription(alt: string): Omit<Finding, 'range'> {
  return {
    code: 'image-alt',
    message: `Unexpected description ${quote(alt)}, expected words that say what the image shows`,
    note: { text: 'describe what a reader who cannot see it would miss' },
  };
}

/** A file name or a generic word is not a description (WCAG 2.2, failure F30). */
function isNoDescription(alt: string, url: string): boolean {
  const file = slugOf(url);
  return (
    /^\S+\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(alt) ||
    /^(?:img|dsc[fn]?|pxl|image|screen ?shot|photo)?[-_ ]?\d[\d-_ .:]*$/i.test(alt) ||
    /^(?:alt(?:ernative)? text|image|photo|picture|graphic|screen ?shot|untitled|placeholder)$/i.test(alt) ||
    (alt === file && /[-_\d]/.test(file))
  );
}
