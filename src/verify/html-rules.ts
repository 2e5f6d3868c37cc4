import { HtmlValidate, type ConfigData } from 'html-validate';

/** The standard as the living standard says it, and what people who do not see a page need. */
const configuration: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
    'no-missing-references': 'error',
    // A table that scrolls is a region with a name of its own, and no section.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

const validator = new HtmlValidate(configuration);

/** What is wrong with a page as HTML, each with line and column. */
export function validateHtml(html: string): string[] {
  const { results } = validator.validateStringSync(withoutTemplates(html));
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${message} (${ruleId})`),
  );
}

/** A template has the gaps that a script fills; all else stays in its place. */
function withoutTemplates(html: string): string {
  return html.replace(/(?<=<template\b[^>]*>)[^]*?(?=<\/template>)/g, (inner) =>
    inner.replace(/[^\n]/g, ' '),
  );
}
