// Gives the reader a file that was made in the page. Nothing is asked of any host.

/**
 * @param {Document} page
 * @param {string} text
 * @param {string} type  of media
 * @param {string} name
 */
export function give(page, text, type, name) {
  const view = page.defaultView;
  const address = view.URL.createObjectURL(new view.Blob([text], { type: `${type};charset=utf-8` }));
  const link = page.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  view.setTimeout(() => view.URL.revokeObjectURL(address), 60_000); // some browsers read it late
}
