/** Two short tones while somebody must act: at once for a new alarm, then every 20 seconds. Silent until the first touch or key. */
import type { Row } from '../model.ts';
import { isAlarm } from '../view-state.ts';

const repeatMs = 20_000;

export interface Alarm {
  hear(rows: readonly Row[], on: boolean): void;
}

export function alarm(): Alarm {
  let audio: AudioContext | null = null;
  let known = new Set<string>();
  let beepedAt = 0;
  const wake = () => {
    audio ??= new AudioContext();
    void audio.resume();
  };
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, wake, { once: true, capture: true });

  return {
    hear(rows, on) {
      const alarms = rows.filter(isAlarm).map(({ id, called }) => `${id} ${called}`);
      const isNew = alarms.some((id) => !known.has(id));
      known = new Set(alarms);
      if (!on || audio === null || alarms.length === 0) return;
      if (!isNew && Date.now() - beepedAt < repeatMs) return;
      beepedAt = Date.now();
      tone(audio, 880, 0);
      tone(audio, 660, 0.22);
    },
  };
}

function tone(audio: AudioContext, frequency: number, afterSeconds: number): void {
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  const start = audio.currentTime + afterSeconds;
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0.0001, start);
  volume.gain.exponentialRampToValueAtTime(0.25, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.18);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.2);
}
