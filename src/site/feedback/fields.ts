import type { SectionId } from '../../brief/brief.ts';

/** Fields of an answer, as posted by the form and exported by form services. None identifies the reader. */
export const fields = {
  brief: 'brief',
  lang: 'lang',
  answer: 'answer',
  section: 'section',
  /** Hidden from people, so any value comes from a program; form services use this name too. */
  trap: '_gotcha',
} as const;

/** A reader presses one button: useful or not, or the most useful section. */
export type Said =
  | { readonly answer: 'yes' | 'no' }
  | {
      readonly section: SectionId;
    };
