import { sectionIds, type SectionId } from '../../src/brief/brief.ts';
import { maxSlugLength, slugPattern } from '../../src/brief/slug.ts';
import { fields } from '../../src/site/feedback/fields.ts';
import { plainName, type Submission } from './submissions.ts';

/** One reader's word on one brief; most say only one of the two. */
export interface Vote {
  readonly brief: string;
  readonly answer?: 'yes' | 'no';
  readonly section?: SectionId;
}

/** The votes among what was sent, and how much else there was. */
export interface Ballot {
  readonly votes: readonly Vote[];
  /** Sent by programs, which filled in the field that people do not see. */
  readonly byPrograms: number;
  /** No answer to our question: sent by another form, or made up. */
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

/** Anybody may send anything to an endpoint: only what the form can say is a vote. */
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
