/**
 * All rules of the risk screen: what people write when they, or someone they know, are in danger.
 * Written in the language of `risk-patterns.ts`: ordinary spelling; æøå, doubled letters, accents and disguises are folded
 * there. Mind what folds together: "dø" and English "do" are one word here, and so are "rappe" and "rape".
 * Change a rule together with its lines in `test/understanding/risk-phrases.ts`.
 */
import { aroundRules } from './risk-around.ts';
import { behindDoorsRules } from './risk-behind-doors.ts';
import { betweenLinesRules } from './risk-between-lines.ts';
import { foreignRules } from './risk-foreign.ts';
import { europeanRules } from './risk-foreign-europe.ts';
import { furtherRules } from './risk-foreign-further.ts';
import { germanRules } from './risk-foreign-german.ts';
import { abuseRules } from './risk-from-others.ts';
import { goneRules } from './risk-gone.ts';
import { leavingRules } from './risk-leaving.ts';
import { plainRules } from './risk-plainly.ts';
import { plainAroundRules } from './risk-plainly-around.ts';
import { signRules } from './risk-signs.ts';
import { healthRules } from './risk-to-health.ts';
import { selfRules } from './risk-to-self.ts';
import { toldOfRules } from './risk-told-of.ts';
import type { Rule } from './risk-words.ts';

export const rules: readonly Rule[] = [
  ...healthRules,
  ...selfRules,
  ...abuseRules,
  ...aroundRules,
  ...betweenLinesRules,
  ...leavingRules,
  ...signRules,
  ...behindDoorsRules,
  ...goneRules,
  ...toldOfRules,
  ...plainRules,
  ...plainAroundRules,
  ...foreignRules,
  ...europeanRules,
  ...germanRules,
  ...furtherRules,
];
