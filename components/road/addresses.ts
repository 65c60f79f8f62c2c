import type { Place } from '@/lib/checklist/model';

/** Every address of the app, in one place. A workspace (connection + solution) is always part of it, never implied. */
export const LOAD_STEPS = ['file', 'columns', 'review', 'send'] as const;
export type LoadStep = (typeof LOAD_STEPS)[number];

export const address = {
  start: () => '/',
  connect: () => '/connect',
  home: (workspace: string) => `/w/${workspace}`,
  place: (workspace: string, place: Place) => `/w/${workspace}/${place}`,
  load: (workspace: string, load: string, step: LoadStep) => `/w/${workspace}/load/${load}/${step}`,
  receipt: (workspace: string, load: string) => `/w/${workspace}/load/${load}/receipt`,
  storage: () => '/storage',
} as const;
