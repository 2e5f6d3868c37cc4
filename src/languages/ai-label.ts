import type { Listing } from '../brief/brief.ts';
import type { Language } from './language.ts';

/** How a program took part, in the reader's words; page, card and feed print this text. Nothing when none did. */
export function aiLabel(brief: Pick<Listing, 'ai' | 'reviewer'>, language: Language): string | undefined {
  const { reviewer } = brief;
  const labels = language.labels;
  if (brief.ai === 'none') return undefined;
  if (reviewer === undefined) return brief.ai === 'generated' ? labels.aiGenerated : labels.aiAssisted;
  const reviewed = brief.ai === 'generated' ? labels.aiGeneratedReviewed : labels.aiAssistedReviewed;
  return reviewed.replace('{reviewer}', () => reviewer);
}
