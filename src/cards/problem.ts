/** Why a card cannot be drawn, as plain data: errors lose what they carry on their way between threads. */
export interface CardProblem {
  readonly code: 'card-text' | 'card-size' | 'image-file';
  /** The slot, as the design names it. */
  readonly part: string;
  readonly message: string;
  /** The character that is meant, by which its place in the brief is found. */
  readonly character?: string;
}

/** Thrown where a card cannot show its texts within its rules, with every reason; the brief's writer can fix it. */
export class CardError extends Error {
  readonly problems: readonly CardProblem[];

  constructor(problems: readonly CardProblem[], options?: ErrorOptions) {
    super(problems.map(({ part, message }) => `${part}: ${message}`).join('\n'), options);
    this.problems = problems;
  }
}
