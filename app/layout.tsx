import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/shell/providers';
import { Shell } from '@/components/shell/shell';
import { THEME_COOKIE, readTheme } from '@/components/shell/theme';
import './globals.css';

export const metadata: Metadata = {
  title: 'Peak Onramp',
  description: 'Takes your spreadsheets safely into a UiPath Supply Chain & Retail (Peak) warehouse.',
  robots: { index: false, follow: false },
};
export const viewport: Viewport = { colorScheme: 'light dark' };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  const nonce = (await headers()).get('x-nonce');
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      {/* React Aria reads it for the few style elements it makes (react-aria utils/getNonce). */}
      <head>{nonce === null ? null : <meta property="csp-nonce" content={nonce} />}</head>
      <body>
        <Providers>
          <Shell theme={theme}>{children}</Shell>
        </Providers>
      </body>
    </html>
  );
}
