// "You have answered already": known to this device only, when the resident asks for it, for a year at most. Kept are the
// poll's id and the moment. Plain JavaScript in a file of its own: it comes with the program of polls, and by itself with the
// thanks, and what it shows is hidden without it (frontend/widget/src/views/{poll_intro,thanks}.rs).
const BEFORE = "buurtstem-answered-";
const YEAR = 365 * 24 * 60 * 60 * 1000;
const key = (place) => BEFORE + place.dataset.answered;
const look = () => {
  for (const kept of Object.keys(localStorage)) {
    if (kept.startsWith(BEFORE) && !(localStorage[kept] > Date.now() - YEAR)) delete localStorage[kept];
  }
  for (const place of document.querySelectorAll("[data-answered]")) {
    const moment = Number(localStorage[key(place)] ?? 0);
    const choice = place.querySelector("input");
    const day = place.querySelector("time");
    if (choice) choice.checked = moment > 0;
    // Dates as they are written in the Netherlands, in the language of the page.
    if (day) day.textContent = new Date(moment).toLocaleDateString(`${document.documentElement.lang}-NL`, { dateStyle: "long" });
    place.hidden = !choice && !moment;
  }
};
try {
  // A browser that refuses storage, in a frame for instance, says so here: then nothing is offered.
  look();
  // The page may be put in place anew by the program, or come back from the browser's memory.
  new MutationObserver(look).observe(document.getElementById("app"), { childList: true });
  addEventListener("pageshow", look);
  addEventListener("change", ({ target }) => {
    const place = target.closest?.("[data-answered]");
    if (!place) return;
    try {
      if (target.checked) localStorage[key(place)] = Date.now();
      else delete localStorage[key(place)];
    } catch {
      // Full: the box does not stay checked.
      look();
    }
  });
  addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-forget]");
    if (!button) return;
    const place = button.closest("[data-answered]");
    delete localStorage[key(place)];
    place.tabIndex = -1;
    place.focus();
    button.parentElement.textContent = button.dataset.forget;
  });
} catch {}
