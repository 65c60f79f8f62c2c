import { type Rule } from './files';
import { directionRule, frameworkRule, independenceRule, reachableRule, roomsRule } from './imports';
import { readmeRule, sizeRule, vocabularyRule } from './form';
import { purityRule, secrecyRule } from './world';

/** The house of docs/architecture.md, as sentences a test can hold. */
export const RULES = {
  'imports point one way': directionRule,
  'lib knows no framework': frameworkRule,
  'rooms of lib call only whom they may': roomsRule,
  'the sandbox stays a stranger': independenceRule,
  'imports lead somewhere': reachableRule,
  'pure rooms know nothing of the world': purityRule,
  'what serves stays on the server': secrecyRule,
  'names say what is inside': vocabularyRule,
  'files stay small enough to read': sizeRule,
  'every room explains itself': readmeRule,
} satisfies Record<string, Rule>;
