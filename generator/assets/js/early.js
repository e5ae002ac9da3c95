// Before the first paint: says that scripts run, and sets the colours that the reader chose (colours.mjs stores them).
(function () {
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var chosen = localStorage.getItem("fingerpost-colours");
    if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  } catch {
    // Storage may be forbidden; then the device decides.
  }
})();
