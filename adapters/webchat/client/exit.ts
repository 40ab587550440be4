/** "Luk hurtigt": the page is blank at once, keeps nothing, and is not where Back leads. */
import { uiTexts } from '../ui-texts.ts';
import type { Keeper } from './kept.ts';

/** Three presses of Shift within this many milliseconds leave too. */
const shiftsWithinMs = 5000;

const tabs = new BroadcastChannel('indgang');

function go(keeper: Keeper): void {
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  document.title = uiTexts.exitedTitle;
  keeper.forget();
  location.replace('/luk');
}

/** Blanks first, tidies up after, then goes; the server ends the session. Other tabs with the chat go too. */
export function leave(keeper: Keeper): void {
  go(keeper);
  tabs.postMessage('leave');
}

export function leaveWithOtherTabs(keeper: Keeper): void {
  tabs.onmessage = () => go(keeper);
}

/** Shift three times in a row, with no other key between. */
export function leaveOnThreeShifts(out: () => void): void {
  let presses: number[] = [];
  addEventListener('keydown', ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    presses = key === 'Shift' ? [...presses.filter((at) => timeStamp - at < shiftsWithinMs), timeStamp] : [];
    if (presses.length === 3) out();
  });
}
