/** Where an opener is typed: at the beginning of a paragraph, after its number or letter and the mark of italics. */

const BEFORE = /^[ \t]{0,8}(?:(?:OP|PP)?\d{1,3}\.?[ \t]{1,4}|\([a-z]{1,4}\)[ \t]{1,4})?[*_]{0,2}$/;

/** Return whether a typed letter begins an opener, given the text before it on its line. */
export function beginsOpener(before: string, typed: string): boolean {
  return /^\p{Lu}$/u.test(typed) && BEFORE.test(before);
}
