import type { OpenSpill, Spill } from '../files/spill';

export type { OpenSpill, Spill };

export const noSpill: OpenSpill = () => Promise.resolve(undefined);
