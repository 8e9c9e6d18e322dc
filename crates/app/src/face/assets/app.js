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

  // Review page by keyboard: through the pieces that are not sure, confirming, editing in place, undoing.
  var review = document.querySelector("[data-review]");
  if (review) {
    var doubtful = all("[data-doubtful]", review), keys = document.querySelector("[data-keys]");
    if (keys) keys.hidden = false;
    var here = function () { return document.activeElement && document.activeElement.closest(".piece"); };
    var visit = function (piece) {
      if (!piece) return;
      piece.setAttribute("tabindex", "-1");
      piece.focus({ preventScroll: true });
      piece.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    };
    var step = function (by) {
      var now = here(), at = doubtful.indexOf(now);
      if (at >= 0) return visit(doubtful[at + by]);
      var after = now ? doubtful.filter(function (piece) {
        var follows = now.compareDocumentPosition(piece) & Node.DOCUMENT_POSITION_FOLLOWING;
        return by > 0 ? follows : !follows;
      }) : doubtful;
      visit(by > 0 ? after[0] : after[after.length - 1]);
    };
    // The form of a piece, taken from its own page; where that fails the link simply leads there.
    var edit = function (link) {
      var piece = link.closest(".piece"), open = piece.querySelector(".inplace");
      if (open) { open.remove(); return; }
      fetch(link.href, { credentials: "same-origin" }).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }).then(function (text) {
        var form = new DOMParser().parseFromString(text, "text/html").querySelector("main form.form");
        if (!form) throw new Error("no form");
        form.action = link.href;
        form.classList.add("inplace");
        var away = form.querySelector(".form-actions a");
        if (away) away.addEventListener("click", function (ev) { ev.preventDefault(); form.remove(); visit(piece); });
        form.addEventListener("keydown", function (ev) { if (ev.key === "Escape") { form.remove(); visit(piece); } });
        piece.appendChild(form);
        var field = form.querySelector("input:not([type=hidden]), textarea, select");
        if (field) field.focus();
      }).catch(function () { location.href = link.href; });
    };
    all("[data-inplace]", review).forEach(function (link) {
      link.addEventListener("click", function (ev) {
        if (ev.metaKey || ev.ctrlKey || ev.shiftKey || !window.fetch) return;
        ev.preventDefault();
        edit(link);
      });
    });
    document.addEventListener("keydown", function (ev) {
      if (ev.altKey || ev.ctrlKey || ev.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(ev.target.tagName)) return;
      var key = ev.key.toLowerCase(), piece = here(), found;
      if (key === "j" || key === "n") step(1);
      else if (key === "k" || key === "p") step(-1);
      else if (key === "c" && piece && (found = piece.querySelector("[data-confirm] button"))) found.click();
      else if (key === "e" && piece && (found = piece.querySelector("[data-inplace]"))) edit(found);
      else if (key === "u" && (found = document.querySelector("[data-undo] button"))) found.click();
      else return;
      ev.preventDefault();
    });
    if (location.hash.length > 1) {
      var asked = document.getElementById(location.hash.slice(1));
      if (asked && asked.classList.contains("piece")) visit(asked);
    }
  }

  // One thing after the other by the arrow keys: <p data-turn> with links rel=prev and rel=next.
  var turn = document.querySelector("[data-turn]");
  if (turn) document.addEventListener("keydown", function (ev) {
    if (ev.altKey || ev.ctrlKey || ev.metaKey || ev.shiftKey || /^(INPUT|TEXTAREA|SELECT)$/.test(ev.target.tagName)) return;
    var to = turn.querySelector(ev.key === "ArrowLeft" ? "[rel=prev]" : ev.key === "ArrowRight" ? "[rel=next]" : "none");
    if (to) location.href = to.href;
  });

  // Say that long work goes on: <form data-busy="Đang đọc…">.
  all("form[data-busy]").forEach(function (form) {
    form.addEventListener("submit", function () {
      var button = form.querySelector("button:not([type=button])"), says = document.createElement("p");
      says.className = "busy";
      says.setAttribute("role", "status");
      says.textContent = form.getAttribute("data-busy");
      form.appendChild(says);
      if (button) setTimeout(function () { button.disabled = true; }, 0);
    });
  });

  // A grid of inputs is walked with the arrow keys and Enter: <input data-grid="value">.
  all("input[data-grid]").forEach(function (input) {
    input.addEventListener("keydown", function (ev) {
      var step = ev.key === "ArrowDown" || ev.key === "Enter" ? 1 : ev.key === "ArrowUp" ? -1 : 0;
      if (!step) return;
      var column = all('input[data-grid="' + input.getAttribute("data-grid") + '"]', input.form);
      var next = column[column.indexOf(input) + step];
      ev.preventDefault();
      if (next) { next.focus(); next.select(); }
    });
  });

  // The tables of a form are walked with arrows and Enter, and take a block of cells copied from a spreadsheet, to the right
  // and down: <table data-grid data-pasted="{n} …">. The letter before the dash of a name is its column.
  all("form").forEach(function (form) {
    var tables = all("table[data-grid]", form);
    if (!tables.length) return;
    var column = function (field) { return (field.name || "").split("-")[0]; };
    var rows = all("table[data-grid] tbody tr:not(.notes)", form).map(function (row) {
      return all("input:not([type=hidden]), select", row);
    }).filter(function (row) { return row.length; });
    var columns = [];
    rows.forEach(function (row) { row.forEach(function (field) {
      if (columns.indexOf(column(field)) < 0) columns.push(column(field));
    }); });
    // the row with most columns has them in their order
    rows.slice().sort(function (a, b) { return b.length - a.length; }).slice(0, 1).forEach(function (row) {
      var full = row.map(column);
      columns = full.concat(columns.filter(function (one) { return full.indexOf(one) < 0; }));
    });
    var at = function (row, name) {
      return (rows[row] || []).filter(function (field) { return column(field) === name; })[0];
    };
    var rowOf = function (field) {
      for (var n = 0; n < rows.length; n++) if (rows[n].indexOf(field) >= 0) return n;
      return -1;
    };
    var go = function (field) {
      var folded = field.closest("details");
      if (folded) folded.open = true;
      field.focus();
      if (field.select) field.select();
    };
    // down or up to the next row that has the column; along the row to the next field
    var down = function (field, by) {
      for (var n = rowOf(field) + by; rows[n]; n += by) if (at(n, column(field))) return at(n, column(field));
    };
    var along = function (field, by) { var row = rows[rowOf(field)]; return row[row.indexOf(field) + by]; };
    form.addEventListener("keydown", function (ev) {
      var field = ev.target, to;
      if (rowOf(field) < 0 || ev.altKey || ev.ctrlKey || ev.metaKey || ev.isComposing) return;
      var list = field.tagName === "SELECT", whole = !list && field.selectionStart === 0 && field.selectionEnd === field.value.length;
      if (ev.key === "Enter") to = down(field, ev.shiftKey ? -1 : 1);
      else if (ev.shiftKey) return;
      else if (!list && ev.key === "ArrowDown") to = down(field, 1);
      else if (!list && ev.key === "ArrowUp") to = down(field, -1);
      else if (ev.key === "ArrowRight" && (list || whole || field.selectionStart === field.value.length)) to = along(field, 1);
      else if (ev.key === "ArrowLeft" && (list || whole || field.selectionEnd === 0)) to = along(field, -1);
      else return;
      if (ev.key === "Enter" || to) ev.preventDefault();
      if (to) go(to);
    });
    var put = function (field, text) {
      if (field.tagName !== "SELECT") { field.value = text; return true; }
      var want = text.trim().toLowerCase(), found = all("option", field).filter(function (option) {
        return option.textContent.trim().toLowerCase() === want || option.value === want;
      })[0];
      if (found) field.value = found.value;
      return !!found;
    };
    form.addEventListener("paste", function (ev) {
      var text = ev.clipboardData && ev.clipboardData.getData("text/plain"), row = rowOf(ev.target), count = 0;
      if (!text || row < 0 || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
      ev.preventDefault();
      var first = columns.indexOf(column(ev.target));
      text.replace(/\r?\n$/, "").split(/\r?\n/).forEach(function (line, by) {
        line.split("\t").forEach(function (cell, along) {
          var field = at(row + by, columns[first + along]);
          if (field && put(field, cell.trim())) { count++; field.dispatchEvent(new Event("input", { bubbles: true })); }
        });
      });
      var says = document.querySelector("[data-grid-status]");
      if (says) says.textContent = (tables[0].getAttribute("data-pasted") || "").replace("{n}", count);
    });
    var hint = document.querySelector("[data-grid-says]");
    if (hint) hint.hidden = false;
  });

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
