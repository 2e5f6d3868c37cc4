import { askedOfPerson } from './comment.ts';
import { around, courtesy, type Aside, type Dropped } from './document-source.ts';

/** Asks the writer what the program said that it could not check: with its words the warning would be lost. */
export function doubtsIn(dropped: readonly Dropped[]): Aside[] {
  return dropped
    .filter(({ what }) => what === courtesy || what === around)
    .flatMap(({ text }) => text.split(/(?<=[.!?])\s+|\n+/))
    .map((sentence) => sentence.replace(/\*\*|__/g, '').trim())
    .filter((sentence) => doubt.test(sentence))
    .map((sentence) => ({ why: askedOfPerson, text: `${askedOfPerson}: ${sentence}` }));
}

const doubt =
  /\bI(?: could(?: not|n['’]t)| can(?:not|['’]t| not)| was(?: not|n['’]t) able to| was unable to| am unable to|['’]m unable to| did(?: not|n['’]t)| have(?: not|n['’]t)|['’]ve not)(?: \w+ly)? (?:verif|confirm|check|find|found|locate)|\bI(?: am|['’]m) (?:not (?:sure|certain)|unsure|uncertain)\b|\b(?:figures?|numbers?|dates?|quot\w+|claims?) (?:\w+ ){0,8}(?:could not be|couldn['’]t be|(?:is|are|remains?) (?:un|not )) ?(?:verified|confirmed)\b/i;
