/** Why a card cannot be drawn, as plain data: errors lose what they carry on their way between threads. */
export interface CardProblem {
  readonly code: 'card-text' | 'card-size';
  /** The slot, as the design names it. */
  readonly part: string;
  readonly message: string;
}

/** Thrown where a card cannot keep its laws; the brief's writer can mend it. */
export class CardError extends Error {
  readonly problem: CardProblem;

  constructor(problem: CardProblem, options?: ErrorOptions) {
    super(`${problem.part}: ${problem.message}`, options);
    this.problem = problem;
  }
}
