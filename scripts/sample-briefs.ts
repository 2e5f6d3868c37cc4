/** The sample files in `briefs/` that `setup` removes, by path. Standing pages are to be rewritten instead. */
export const sampleBriefs = [
  'change-6-far-side-samples.md',
  'dart-asteroid-deflection.md',
  'deepseek-r1-training-cost.md',
  'egypt-malaria-free.md',
  'eu-ai-act-timetable.mdx',
  'first-year-above-1-5-degrees.mdx',
  'high-seas-treaty.md',
  'nist-post-quantum-standards.mdx',
  'pictures/dimorphos-orbit.png',
  'pictures/ratcliffe-cooling-towers.png',
  'uk-last-coal-power-station.mdx',
  'ultima-central-de-carbon-britanica.md',
  'who-pandemic-agreement.md',
] as const;
