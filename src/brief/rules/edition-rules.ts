import { aliasTaken } from './alias-taken.ts';
import { briefHidden } from './brief-hidden.ts';
import { briefMissing } from './brief-missing.ts';
import type { EditionRule } from './edition-rule.ts';
import { topicSimilar } from './topic-similar.ts';

/** Every rule over all briefs together. */
export const editionRules: readonly EditionRule[] = [aliasTaken, briefHidden, briefMissing, topicSimilar];
