// Light, dark, or as the device has it. Nothing is stored until the reader chooses, and "device" stores nothing again.

const KEY = "fingerpost-colours"; // early.js reads it too
const CHOICES = ["light", "dark"];

/**
 * Keeps the reader's choice.
 * @param {Storage} storage
 * @param {string} choice
 */
export function keepColours(storage, choice) {
  if (CHOICES.includes(choice)) storage.setItem(KEY, choice);
  else storage.removeItem(KEY);
}
