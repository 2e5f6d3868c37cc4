import type { SectionId } from '../../brief/brief.ts';

/** What a form posts of a reader's answer, and what is read back from an export: nothing that tells who it was. */
export const fields = {
  /** The brief's slug. */
  brief: 'brief',
  lang: 'lang',
  answer: 'answer',
  section: 'section',
  /** Hidden from people, so what is filled in comes from a program; form services know it by this name as well. */
  trap: '_gotcha',
} as const;

/** A reader presses one button: useful or not, or which section was most useful. */
export type Said =
  | { readonly answer: 'yes' | 'no' }
  | {
      readonly section: SectionId;
    };
