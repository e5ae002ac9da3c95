/** In a page of the preview: asks whether there is a newer site than this page is of, and then loads the page anew. */

const REST = 1000; // milliseconds; the preview may be starting again

/** The site that this page is of: a number that only grows. */
const shown = Number(new URL(import.meta.url).searchParams.get("of"));

/** Ends the question that is open: a browser keeps few connections to one host, and other windows need them. */
let asked = new AbortController();

/** Asks until there is an answer, as long as somebody sees the page. */
async function watch() {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  while (!signal.aborted && document.visibilityState === "visible") {
    try {
      const answer = await fetch(new URL(`/livereload/${shown}`, import.meta.url), { signal, cache: "no-store" });
      if (answer.ok && Number(await answer.text()) > shown) {
        location.reload();
        return;
      }
    } catch {
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, REST));
    }
  }
}

addEventListener("pageshow", watch);
addEventListener("pagehide", () => asked.abort());
document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? watch() : asked.abort()));
