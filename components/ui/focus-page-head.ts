/** For an action that ends the part of the screen it was taken in: what it led to is read from the top. */
export const focusPageHead = (): void => document.querySelector<HTMLElement>('main h1')?.focus();
