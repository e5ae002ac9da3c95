// Before the first paint: says that scripts run, sets the colours that the reader chose (frame.mjs stores them), and
// keeps the last press of a button until the modules are there, which on a slow line come seconds after the page.
(function () {
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var chosen = localStorage.getItem("fingerpost-colours");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden; then the device decides.
  }

  var waits = ".fp-menu, #cal-open, [data-star], [data-print], [data-copy], [data-copy-from], [data-hand-as]";
  var again = null;
  function press(event) {
    var button = event.target.closest(waits);
    if (button) again = function () { button.click(); };
  }
  function send(event) {
    var form = event.target;
    event.preventDefault(); // else what was typed is gone with the page
    again = function () { form.requestSubmit(); };
  }
  document.addEventListener("click", press, true);
  document.addEventListener("submit", send, true);
  document.addEventListener("DOMContentLoaded", function () { // modules run before this
    document.removeEventListener("click", press, true);
    document.removeEventListener("submit", send, true);
    if (again) again();
  });
})();
