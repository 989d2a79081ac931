// What the gallery does beyond showing its pictures. Everything is there without it: it adds the
// order "picture first, then the frame", the carousel, the filter and keys.
// Plain script, no module and no fetch: browsers refuse both to pages that are opened from disk.
(function () {
  "use strict";

  var LOOK = 1400; // milliseconds that a picture stands without its frame
  var STAY = 4600; // milliseconds that it stays with it
  var SWIPE = 40; // pixels from which on a touch is a swipe

  var root = document.documentElement;
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  root.classList.add("js"); // before anything is painted, so that no frame is seen too early

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function filled(words, values) {
    return words.replace(/\{(\w+)\}/g, function (found, name) {
      return name in values ? values[name] : found;
    });
  }

  // ---------------------------------------------------------------- the frame fades in

  // Calls `done` when the frame of an exposure has come; returns what stops it from coming.
  function expose(exposure, done) {
    var stopped = false;
    var timer = 0;
    exposure.classList.remove("found");
    function come() {
      if (!stopped) {
        exposure.classList.add("found");
        done();
      }
    }
    var images = all("img", exposure).map(function (image) {
      image.loading = "eager";
      return image.decode().catch(function () {}); // a picture that is missing holds nothing up
    });
    Promise.all(images).then(function () {
      if (!stopped) {
        timer = window.setTimeout(come, calm.matches || images.length < 2 ? 0 : LOOK);
      }
    });
    return function () {
      stopped = true;
      window.clearTimeout(timer);
    };
  }

  // ---------------------------------------------------------------- carousel

  function startCarousel(section) {
    var slides = all(".slide", section);
    var controls = section.querySelector(".controls");
    var current = 0;
    var framed = false;
    var timer = 0;
    var stop = function () {};

    if (!controls) {
      expose(slides[0].querySelector(".exposure"), function () {});
      return;
    }
    var box = section.querySelector(".slides");
    var toggle = controls.querySelector(".toggle");
    var position = controls.querySelector(".position");
    var playing = !calm.matches;
    var held = false; // by a pointer above it, or by the focus in it

    function schedule() {
      window.clearTimeout(timer);
      if (playing && !held && framed) {
        timer = window.setTimeout(function () { show(current + 1); }, STAY);
      }
    }

    function show(index) {
      stop();
      window.clearTimeout(timer);
      framed = false;
      current = (index + slides.length) % slides.length;
      slides.forEach(function (slide, number) { slide.hidden = number !== current; });
      position.textContent = filled(position.dataset.words, { n: current + 1, total: slides.length });
      stop = expose(slides[current].querySelector(".exposure"), function () {
        framed = true;
        all("img", slides[(current + 1) % slides.length]).forEach(function (image) {
          image.loading = "eager";
        });
        schedule();
      });
    }

    function tell() {
      toggle.textContent = playing ? toggle.dataset.pause : toggle.dataset.play;
      toggle.classList.toggle("paused", !playing);
      // A screen reader hears of slides that its user turns, not of those that turn by themselves.
      box.setAttribute("aria-live", playing ? "off" : "polite");
      schedule();
    }

    function play(yes) {
      playing = yes;
      tell();
    }

    function hold(yes) {
      held = yes;
      schedule();
    }

    controls.hidden = false;
    controls.querySelector(".previous").addEventListener("click", function () { play(false); show(current - 1); });
    controls.querySelector(".next").addEventListener("click", function () { play(false); show(current + 1); });
    toggle.addEventListener("click", function () {
      held = false; // whoever asks for it gets it, with the focus still on the button
      play(!playing);
    });
    section.addEventListener("mouseenter", function () { hold(true); });
    section.addEventListener("mouseleave", function () { hold(section.contains(document.activeElement)); });
    section.addEventListener("focusin", function () { hold(true); });
    section.addEventListener("focusout", function (event) {
      if (!section.contains(event.relatedTarget)) { hold(section.matches(":hover")); }
    });
    section.addEventListener("keydown", function (event) {
      if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) { return; }
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        event.preventDefault();
        var inside = slides[current].contains(document.activeElement);
        play(false);
        show(current + (event.key === "ArrowRight" ? 1 : -1));
        if (inside) { slides[current].querySelector("a").focus(); }
      } else if (event.key === "Escape") {
        play(false);
      }
    });
    var from = null;
    box.addEventListener("touchstart", function (event) { from = event.changedTouches[0]; }, { passive: true });
    box.addEventListener("touchend", function (event) {
      var to = event.changedTouches[0];
      var across = from ? to.clientX - from.clientX : 0;
      if (Math.abs(across) > SWIPE && Math.abs(across) > Math.abs(to.clientY - from.clientY)) {
        play(false);
        show(current + (across < 0 ? 1 : -1));
      }
    }, { passive: true });
    calm.addEventListener("change", function () { if (calm.matches) { play(false); } });
    tell();
    show(0);
  }

  // ---------------------------------------------------------------- filter

  // What is chosen stands in the address after "#", so that it can be sent, and that "back" works.
  function chosen() {
    return new URLSearchParams(window.location.hash.slice(1));
  }

  function startFilter(form) {
    var tiles = all("#tiles > .tile");
    var count = document.getElementById("count");
    var fields = all("select", form);
    var country = form.elements.namedItem("country");
    var politician = form.elements.namedItem("politician");
    var politicians = all("option", politician);
    var numbers = new Intl.NumberFormat(root.lang);
    var plurals = new Intl.PluralRules(root.lang);

    function offer(key) {
      politician.replaceChildren.apply(politician, politicians.filter(function (option) {
        return !option.value || !key || option.dataset.country === key;
      }));
    }

    function apply() {
      var wanted = chosen();
      offer("");
      fields.forEach(function (field) {
        field.value = wanted.get(field.name) || "";
        if (field.selectedIndex < 0) { field.value = ""; } // somebody sent an address that is no more
      });
      var who = politician.value;
      offer(country.value);
      politician.value = who;
      if (politician.selectedIndex < 0) { politician.value = ""; }
      var shown = 0;
      tiles.forEach(function (tile) {
        tile.hidden = fields.some(function (field) {
          return field.value !== "" && tile.dataset[field.name] !== field.value;
        });
        shown += tile.hidden ? 0 : 1;
      });
      form.querySelector(".reset").disabled = fields.every(function (field) { return field.value === ""; });
      var words = plurals.select(shown) === "one" ? count.dataset.one : count.dataset.other;
      var told = shown ? filled(words, { n: numbers.format(shown) }) : count.dataset.none;
      if (count.textContent !== told) { count.textContent = told; }
    }

    function keep() {
      var wanted = new URLSearchParams();
      fields.forEach(function (field) { if (field.value) { wanted.set(field.name, field.value); } });
      window.location.hash = wanted.toString() || "all"; // nothing is called so; an empty one would scroll to the top
      apply();
    }

    form.hidden = false;
    form.addEventListener("change", function (event) {
      if (event.target === country && politician.selectedOptions[0].dataset.country !== country.value) {
        if (country.value) { politician.value = ""; }
      }
      keep();
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function (event) {
      event.preventDefault();
      fields.forEach(function (field) { field.value = ""; });
      keep();
      country.focus(); // the button that had the focus is switched off now
    });
    form.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !form.querySelector(".reset").disabled) { form.reset(); }
    });
    window.addEventListener("hashchange", apply);
    apply();

    var at = chosen().get("at");
    var tile = /^\d+$/.test(at || "") ? document.getElementById("p" + at) : null;
    if (tile && !tile.hidden) { tile.scrollIntoView(); }
  }

  // ---------------------------------------------------------------- languages

  // The other language begins where this one is: with the same filter, at the same picture.
  function here() {
    var list = document.getElementById("tiles");
    var wanted = document.getElementById("filter") ? chosen() : new URLSearchParams();
    var kept = new URLSearchParams();
    ["country", "politician", "kind"].forEach(function (name) {
      if (wanted.get(name)) { kept.set(name, wanted.get(name)); }
    });
    if (list && list.getBoundingClientRect().top < 0) {
      var first = all(".tile", list).find(function (tile) {
        return !tile.hidden && tile.getBoundingClientRect().bottom > window.innerHeight / 4;
      });
      if (first && !kept.toString()) { return first.id; }
      if (first) { kept.set("at", first.id.slice(1)); }
    }
    return kept.toString();
  }

  function startLanguages() {
    all(".languages a").forEach(function (link) {
      link.addEventListener("click", function () {
        link.hash = here();
      });
    });
  }

  // ---------------------------------------------------------------- page of a picture

  function startPicture(figure) {
    var exposure = figure.querySelector(".exposure");
    var box = document.getElementById("frame");
    var stop = expose(exposure, function () {});
    if (box) {
      box.parentElement.hidden = false;
      box.addEventListener("change", function () {
        stop();
        exposure.classList.toggle("found", box.checked);
      });
    }
    var keys = { ArrowLeft: "newer", ArrowRight: "older", Escape: "home" };
    document.addEventListener("keydown", function (event) {
      var link = document.getElementById(keys[event.key] || "");
      if (!link || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) {
        return;
      }
      event.preventDefault();
      link.click();
    });
  }

  // ----------------------------------------------------------------

  document.addEventListener("DOMContentLoaded", function () {
    var carousel = document.getElementById("carousel");
    var filter = document.getElementById("filter");
    var figure = document.getElementById("exposure");
    if (carousel) { startCarousel(carousel); }
    if (filter) { startFilter(filter); }
    if (figure) { startPicture(figure); }
    startLanguages();
  });
})();
