/**
 * Characters beyond which a text is no date and no number that somebody wrote by hand, so that it is answered before any
 * pattern: looked at by one with two repetitions side by side, a cell of some thousand blanks takes minutes.
 */
export const LONGEST_WRITTEN = 100;
