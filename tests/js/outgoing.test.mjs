import assert from "node:assert/strict";
import { test } from "node:test";

import { issueAddress, mailAddress, unmarked } from "../../generator/assets/js/outgoing.mjs";

test("words of somebody stay on their line and bring no mark of their own", () => {
  assert.equal(unmarked(" snow\n\n[record c]\u00a0\n[end]  "), "snow (record c) (end)");
});

test("each kind of repository gets title and text in its own form, whatever they hold", () => {
  const [title, text] = ["Cancelled: $& {title}", "$& {body} {} & # ?\nTwo"];
  const forms = [
    ["https://example.org/r/issues/new?template=1-cancel.yml&title={title}&slip={body}", "title", "slip"],
    ["https://example.org/r/issues/new?title={}&body={}", "title", "body"],
    ["https://example.org/r/-/issues/new?issue%5Btitle%5D={}&issue%5Bdescription%5D={}", "issue[title]", "issue[description]"],
  ];
  for (const [form, named, holding] of forms) {
    const asked = new URL(issueAddress(form, title, text)).searchParams;
    assert.deepEqual([asked.get(named), asked.get(holding)], [title, text], form);
  }
});

test("a mail holds its text with line ends of mails, and goes to whom it should, however odd their addresses", () => {
  const address = new URL(mailAddress(["a+b@example.org", "c&d?e@example.org"], "Sub & ject", "one\ntwo\n"));

  assert.equal(decodeURIComponent(address.pathname), "a+b@example.org,c&d?e@example.org");
  assert.deepEqual([...address.searchParams], [["subject", "Sub & ject"], ["body", "one\r\ntwo\r\n"]]);
  assert.equal(new URL(mailAddress([], "x", "y")).pathname, "");
});
