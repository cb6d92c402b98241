// Reminding whoever waits: a sound, a buzz and a message, once they asked for it.

const SOON = 3;

/** Two short tones. */
function sound(context) {
  for (const [begin, hertz] of [[0, 660], [0.25, 880]]) {
    const tone = context.createOscillator();
    const loud = context.createGain();
    tone.frequency.value = hertz;
    loud.gain.value = 0.2;
    tone.connect(loud).connect(context.destination);
    tone.start(context.currentTime + begin);
    tone.stop(context.currentTime + begin + 0.2);
  }
}

export class Reminder {
  /** @param {HTMLElement} button  @param {{remind: string, reminding: string}} words */
  constructor(button, words) {
    this.on = false;
    this.level = 0;
    button.addEventListener('click', async () => {
      this.on = !this.on;
      button.setAttribute('aria-pressed', String(this.on));
      button.textContent = this.on ? words.reminding : words.remind;
      if (!this.on) return;
      // Only a press may ask: browsers refuse it else, and nobody is asked who did not want it.
      this.context ??= new AudioContext();
      await this.context.resume();
      if ('Notification' in window && Notification.permission === 'default') await Notification.requestPermission();
    });
  }

  /** How near one's turn is: `text` says it. Reminds once when few are ahead and once when called. */
  see({ state, ahead }, text) {
    const level = state === 'called' ? 2 : ahead !== null && ahead <= SOON ? 1 : 0;
    const nearer = level > this.level;
    this.level = level;
    if (!nearer || !this.on) return;
    sound(this.context);
    navigator.vibrate?.(level === 2 ? [400, 200, 400, 200, 400] : [300]);
    try {
      if ('Notification' in window && Notification.permission === 'granted') new Notification(text, { tag: 'motcua-line' });
    } catch {
      // Some browsers on phones let only a service worker do it: sound and buzz remain.
    }
  }
}
