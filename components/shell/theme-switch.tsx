'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { THEMES, THEME_COOKIE, readTheme, type Theme } from './theme';

const CHOICE: Record<Theme, { readonly icon: typeof Sun; readonly text: string }> = {
  system: { icon: Monitor, text: 'As the system' },
  light: { icon: Sun, text: 'Light' },
  dark: { icon: Moon, text: 'Dark' },
};
const YEAR_S = 31_536_000;

function wear(choice: Theme) {
  const { documentElement } = document;
  if (choice === 'system') delete documentElement.dataset.theme;
  else documentElement.dataset.theme = choice;
  document.cookie = `${THEME_COOKIE}=${choice}; path=/; max-age=${YEAR_S}; samesite=lax`;
}

export function ThemeSwitch({ initial }: { readonly initial: Theme }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <RadioGroup
      value={chosen}
      orientation="horizontal"
      onChange={(value) => {
        const next = readTheme(value);
        setChosen(next);
        wear(next);
      }}
      className="flex"
    >
      <Label className="sr-only">Colours</Label>
      <div className="flex rounded-lg bg-sunken p-0.5">
        {THEMES.map((value) => {
          const { icon: Icon, text } = CHOICE[value];
          return (
            <Radio
              key={value}
              value={value}
              aria-label={text}
              className="grid h-7 w-8 cursor-pointer place-items-center rounded-md text-ink-3 hover:text-ink data-[selected]:bg-surface data-[selected]:text-ink data-[selected]:shadow-card"
            >
              <Icon aria-hidden className="size-4" />
            </Radio>
          );
        })}
      </div>
    </RadioGroup>
  );
}
