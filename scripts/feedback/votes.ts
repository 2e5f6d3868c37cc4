import { sectionIds, type SectionId } from '../../src/brief/brief.ts';
import { maxSlugLength, slugPattern } from '../../src/brief/slug.ts';
import { fields } from '../../src/site/feedback/fields.ts';
import { plainName, type Submission } from './submissions.ts';

/** An answer from one reader about one brief; most contain only one of the two. */
export interface Vote {
  readonly brief: string;
  readonly answer?: 'yes' | 'no';
  readonly section?: SectionId;
}

/** The valid votes, and the numbers of other submissions. */
export interface Ballot {
  readonly votes: readonly Vote[];
  /** Submissions from programs that filled in the hidden field. */
  readonly byPrograms: number;
  /** Submissions from other forms, or invalid ones. */
  readonly others: number;
}

export function ballotOf(submissions: readonly Submission[]): Ballot {
  const byPeople = submissions.filter((submission) => textOf(submission, fields.trap) === '');
  const votes = byPeople.flatMap((submission) => voteOf(submission) ?? []);
  return {
    votes,
    byPrograms: submissions.length - byPeople.length,
    others: byPeople.length - votes.length,
  };
}

/** Only answers that the form can produce are votes, since anybody can post to an endpoint. */
function voteOf(submission: Submission): Vote | undefined {
  const brief = textOf(submission, fields.brief);
  const answer = textOf(submission, fields.answer).toLowerCase();
  const section = sectionIds.find((id) => id === textOf(submission, fields.section));
  const isAnswer = answer === 'yes' || answer === 'no';
  if (!slugPattern.test(brief) || brief.length > maxSlugLength || !(isAnswer || section)) return undefined;
  return { brief, ...(isAnswer ? { answer } : {}), ...(section ? { section } : {}) };
}

function textOf(submission: Submission, name: string): string {
  return submission.get(plainName(name))?.trim() ?? '';
}
