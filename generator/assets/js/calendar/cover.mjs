// "Subscribe to this view": what somebody has chosen in, the few feeds of the site that hold all of it out, and what
// else these hold. Feeds are files made beforehand; a view of one's own is never one, for who made it would be known.

/** More calendars than this nobody adds one by one. */
const MOST = 3;

/**
 * A feed; `of` are the activities that it holds, `offered` whether calendars take all of it.
 * @typedef {{kind: string, code: string, name: string, title: string, path: string, size: number, offered: boolean,
 *   of: Set<number>}} Feed
 *
 * Feeds that together hold what is wanted: how many activities they hold besides, which choices they do not heed, and
 * how many of the wanted ones no feed holds that is small enough.
 * @typedef {{feeds: Feed[], extra: number, ignored: string[], missing: number}} Cover
 */

/**
 * The feeds of a parsed feeds.json.
 * @returns {Feed[]}
 */
export function feedsOf(file) {
  return file.feeds.map((feed) => {
    let at = 0;
    return { ...feed, of: new Set(feed.of.map((step) => (at += step))) };
  });
}

/**
 * The feeds for what is wanted, best first: fewest other activities in at most three feeds. First those that go by what
 * was chosen, which new activities will join, too; then, where they hold less besides, the place or the organiser that
 * all have in common, and each activity's own.
 * @param {Feed[]} feeds
 * @param {Set<number>} wanted  activities
 * @param {Record<string, unknown>} chosen  values by facet
 * @param {(activity: number) => Feed} own  the feed of an activity alone
 * @returns {{best: Cover | null, others: Cover[]}}
 */
export function cover(feeds, wanted, chosen, own) {
  if (wanted.size === 0) return { best: null, others: [] };
  const asked = Object.keys(chosen).filter((name) => chosen[name] !== null && (chosen[name]?.length ?? 1) > 0);
  const made = (some, heeded) => covered(small(some, feeds, wanted), wanted, asked.filter((name) => name !== heeded));
  const all = feeds.filter(({ kind }) => kind === "all");
  const ways = byChoice(feeds, chosen).map(([heeded, some]) => made(some, heeded));
  const best = [...ways, made(all, null), made(kindsOf(feeds, wanted), null)].sort(byWorth)[0];
  const common = ["venue", "organiser"]
    .map((kind) => feeds.find((feed) => feed.kind === kind && feed.offered && within(wanted, feed.of)))
    .filter(Boolean)
    .map((feed) => covered([feed], wanted, asked));
  const alone = wanted.size <= MOST ? [covered([...wanted].map(own), wanted, [])] : [];
  const others = [...common, ...alone].filter(({ extra }) => extra < best.extra || best.missing > 0);
  return { best, others: others.sort(byWorth).slice(0, 2) };
}

/** The ways to go by what was chosen: the facet, and the feeds that hold all that fits in it. */
function byChoice(feeds, chosen) {
  const of = (kind, codes) => feeds.filter((feed) => feed.kind === kind && codes.includes(feed.code));
  const only = (name, value) => chosen[name]?.length === 1 && chosen[name][0] === value;
  return [
    ["category", of("category", chosen.category ?? [])],
    ["area", of("area", chosen.area ?? [])],
    ["cost", only("cost", "free") ? of("flag", ["free"]) : []],
    ["access", chosen.access?.includes("step_free") ? of("flag", ["step-free"]) : []],
    ["format", only("format", "online") ? of("flag", ["online"]) : []],
  ].filter(([, some]) => some.length > 0);
}

/** The categories of what is wanted: together they hold all of it, whatever was chosen. */
function kindsOf(feeds, wanted) {
  return feeds.filter(({ kind, of }) => kind === "category" && [...of].some((one) => wanted.has(one)));
}

/** The feeds with those that calendars do not take replaced by smaller ones that hold what is wanted of them. */
function small(some, feeds, wanted) {
  const found = new Set(some.filter(({ offered }) => offered));
  const rest = new Set(some.flatMap(({ of }) => [...of]).filter((one) => wanted.has(one)));
  for (const { of } of found) for (const one of of) rest.delete(one);
  const smaller = feeds.filter(({ offered }) => offered);
  while (rest.size > 0) {
    const [gain, next] = most(smaller, ({ of }) => amount(of, (one) => rest.has(one)));
    if (gain === 0) break;
    found.add(next);
    for (const one of next.of) rest.delete(one);
  }
  return [...found];
}

function most(several, worth) {
  let best = [0, null];
  for (const one of several) {
    const gain = worth(one);
    if (gain > best[0] || (gain === best[0] && gain > 0 && one.of.size < best[1].of.size)) best = [gain, one];
  }
  return best;
}

function amount(several, test) {
  let count = 0;
  for (const one of several) if (test(one)) count += 1;
  return count;
}

function covered(feeds, wanted, ignored) {
  const held = new Set(feeds.flatMap(({ of }) => [...of]));
  const hits = amount(wanted, (one) => held.has(one));
  return { feeds, extra: held.size - hits, ignored, missing: wanted.size - hits };
}

function byWorth(one, other) {
  return (
    one.missing - other.missing ||
    Number(one.feeds.length > MOST) - Number(other.feeds.length > MOST) ||
    one.extra - other.extra ||
    one.feeds.length - other.feeds.length
  );
}

function within(some, more) {
  return [...some].every((one) => more.has(one));
}
