/** "Luk hurtigt": the page is blank at once, keeps nothing, and is not where Back leads. */
import { uiTexts } from '../ui-texts.ts';
import type { Keeper } from './kept.ts';

/** Three presses of Shift within this many milliseconds leave too. */
const shiftsWithinMs = 5000;

/** Blanks first, tidies up after, then goes; the server ends the session. */
export function leave(keeper: Keeper): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = uiTexts.exitedTitle;
  keeper.forget();
  location.replace('/luk');
}

/** Shift three times in a row, with no other key between. */
export function leaveOnThreeShifts(go: () => void): void {
  let presses: number[] = [];
  addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < shiftsWithinMs), timeStamp] : [];
    if (presses.length === 3) go();
  });
}
