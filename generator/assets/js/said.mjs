// The words of one locale, written by generator/words/browser.py. This is the one of the source, British English.
export const lang = "en-GB";
export const single = {};
export const counted = {};
export const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
export const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
export const weekdaysShort = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
export const periods = ["am", "pm"];
export const plural = (n) => Number(n != 1);
