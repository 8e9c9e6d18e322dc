// Progressive enhancement only: every page works without this file.
(function () {
  "use strict";
  var all = function (sel, root) { return Array.prototype.slice.call((root || document).querySelectorAll(sel)); };
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Review page: a piece of the draft lights its lines in the source, and a marked line leads back to its piece.
  var source = document.querySelector(".source");
  if (source) {
    var pieces = all("[data-lines]"), pieceOf = {};
    var linesOf = function (piece) {
      var m = /^(\d+)(?:-(\d+))?$/.exec(piece.getAttribute("data-lines") || ""), out = [];
      if (m) for (var n = +m[1], end = +(m[2] || m[1]); n <= end && out.length < 500; n++) {
        var line = document.getElementById("L" + n);
        if (line) out.push(line);
      }
      return out;
    };
    var clear = function () { all(".is-lit").forEach(function (el) { el.classList.remove("is-lit"); }); };
    var light = function (piece) {
      var lines = linesOf(piece);
      clear();
      piece.classList.add("is-lit");
      lines.forEach(function (el) { el.classList.add("is-lit"); });
      if (!lines.length) return;
      var box = source.getBoundingClientRect(), at = lines[0].getBoundingClientRect();
      if (at.top < box.top || lines[lines.length - 1].getBoundingClientRect().bottom > box.bottom)
        source.scrollTop += at.top - box.top - box.height / 3;
    };
    pieces.forEach(function (piece) {
      linesOf(piece).forEach(function (el) { if (!pieceOf[el.id]) pieceOf[el.id] = piece; });
      var wait;
      piece.addEventListener("focusin", function () { light(piece); });
      piece.addEventListener("mouseenter", function () { wait = setTimeout(light, 120, piece); });
      piece.addEventListener("mouseleave", function () { clearTimeout(wait); });
    });
    source.addEventListener("click", function (ev) {
      var line = ev.target.closest(".src-line"), piece = line && pieceOf[line.id];
      if (!piece || !line.querySelector("mark") || String(window.getSelection())) return;
      ev.preventDefault();
      piece.setAttribute("tabindex", "-1");
      piece.focus({ preventScroll: true });
      piece.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    });
  }

  // Copy a ready message: <button data-copy="#id" data-copied="Đã sao chép">; shown only where copying works.
  all("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard && !document.execCommand) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      var from = document.querySelector(button.getAttribute("data-copy"));
      if (!from) return;
      var done = function () { button.textContent = button.getAttribute("data-copied") || "✓"; };
      var byHand = function () {
        var range = document.createRange(), sel = window.getSelection();
        range.selectNodeContents(from);
        sel.removeAllRanges();
        sel.addRange(range);
        if (document.execCommand("copy")) done();
      };
      if (navigator.clipboard) navigator.clipboard.writeText(from.value || from.textContent.trim()).then(done, byHand);
      else byHand();
    });
  });

  // Warn before leaving a form whose changes are not saved: <form data-guard>.
  var unsaved = false;
  all("form[data-guard]").forEach(function (form) {
    form.addEventListener("input", function () { unsaved = true; });
    form.addEventListener("submit", function () { unsaved = false; });
  });
  window.addEventListener("beforeunload", function (ev) {
    if (unsaved) { ev.preventDefault(); ev.returnValue = ""; }
  });
})();
