/** What a text looks like that changes what it says, as bits: part of it is above or below the line; it is struck through. */
export const RAISED = 1;
export const STRUCK = 2;
