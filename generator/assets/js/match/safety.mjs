/** The safety block: who helps when a safety box is ticked, crisis before safeguarding. Never scored, never filtered. */

import { result } from "./entries.mjs";

const BANNERS = ["crisis", "safeguarding"];

/** @returns {{lane: Object, taken: Set<Object>}} the block, and the entries that it uses up */
export function safetyOf(entries, client, rules) {
  const ticked = client.profile.safety ?? [];
  const banners = BANNERS.filter((banner) => ticked.some((one) => rules.safety[one] === banner));
  const helping = (banner) => {
    const codes = ticked.filter((one) => rules.safety[one] === banner);
    return entries.filter(
      (one) => one.record.kind === "crisis" && one.record.addresses.some((cause) => codes.includes(cause)),
    );
  };
  const found = [...new Set(banners.flatMap(helping))];
  const lane = {
    banners,
    waits: ticked.some((one) => rules.waits_behind.includes(one)),
    entries: found.map(result),
  };
  return { lane, taken: new Set(found) };
}
