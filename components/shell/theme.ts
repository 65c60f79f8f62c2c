import { z } from 'zod';

export const THEME_COOKIE = 'onramp-theme';
export const THEMES = ['system', 'light', 'dark'] as const;
export const theme = z.enum(THEMES);
export type Theme = z.infer<typeof theme>;

/** What the cookie says; anything else means that the system decides. */
export const readTheme = (cookie: string | undefined): Theme => theme.catch('system').parse(cookie);
