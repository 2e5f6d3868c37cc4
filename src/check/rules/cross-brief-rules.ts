import { aliasTaken } from './alias-taken.ts';
import { briefCopied } from './brief-copied.ts';
import { briefHidden } from './brief-hidden.ts';
import { briefMissing } from './brief-missing.ts';
import { dateFuture } from './date-future.ts';
import type { CrossBriefRule } from './cross-brief-rule.ts';
import { headingMissing } from './heading-missing.ts';
import { pageMissing } from './page-missing.ts';
import { threadSimilar } from './thread-similar.ts';
import { topicSimilar } from './topic-similar.ts';
import { translationChain } from './translation-chain.ts';
import { translationLanguage } from './translation-language.ts';
import { translationStale } from './translation-stale.ts';
import { watchOverdue } from './watch-overdue.ts';

export const crossBriefRules: readonly CrossBriefRule[] = [
  aliasTaken,
  briefCopied,
  briefHidden,
  briefMissing,
  dateFuture,
  headingMissing,
  pageMissing,
  threadSimilar,
  topicSimilar,
  translationChain,
  translationLanguage,
  translationStale,
  watchOverdue,
];
