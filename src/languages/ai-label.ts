import type { Listing } from '../brief/brief.ts';
import type { Language } from './language.ts';

/** The AI label for readers, on page, card and feed; undefined if no program was involved. */
export function aiLabel(brief: Pick<Listing, 'ai' | 'reviewer'>, language: Language): string | undefined {
  const { reviewer } = brief;
  const labels = language.labels;
  if (brief.ai === 'none') return undefined;
  if (reviewer === undefined) return brief.ai === 'generated' ? labels.aiGenerated : labels.aiAssisted;
  const reviewed = brief.ai === 'generated' ? labels.aiGeneratedReviewed : labels.aiAssistedReviewed;
  return reviewed.replace('{reviewer}', () => reviewer);
}
