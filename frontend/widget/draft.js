// What a resident fills in, kept on this device: only when they ask for it, for seven days at most, and never an address
// to write to, a postcode or a key. Plain JavaScript: it comes with the programs, and what it shows is drawn hidden
// (worker/src/pages/drafts.rs). Kept are fields of the form, so going on is posting them, with or without a program.
const BEFORE = "buurtstem-draft-";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const app = document.getElementById("app");
const keeping = document.getElementById("draft-keeping");
const found = document.getElementById("draft-found");
const until = (kept) => Number.parseInt(kept, 10);
try {
  // A browser that refuses storage, in a frame for instance, says so here: then nothing is offered.
  for (const [key, kept] of Object.entries(localStorage)) {
    if (key.startsWith(BEFORE) && !(until(kept) > Date.now())) delete localStorage[key];
  }
  const key = BEFORE + keeping?.dataset.draft;
  const box = keeping?.querySelector("input");
  const fields = keeping?.dataset.fields.split(" ");
  const filled = () => {
    const form = app.querySelector("[name=step]")?.form;
    return form && [...new FormData(form)].filter(([name]) => name.startsWith("answers.") || fields.includes(name));
  };
  const begun = () => filled()?.some(([name, value]) => value && (name === "what" || name.startsWith("answers.")));
  const keep = () => {
    try {
      if (box.checked && begun()) localStorage[key] = `${Date.now() + WEEK} ${JSON.stringify(filled())}`;
      else delete localStorage[key];
    } catch {
      // Full: the box does not stay checked.
      box.checked = false;
    }
  };
  const look = () => {
    for (const sent of app.querySelectorAll("[data-draft-sent]")) delete localStorage[BEFORE + sent.dataset.draftSent];
    if (!keeping) return;
    // A receipt: what was kept has been sent.
    if (app.querySelector(".key")) delete localStorage[key];
    // A page that is put in place brings its own; the program draws its steps without.
    for (const other of app.querySelectorAll("#draft-found, #draft-keeping")) {
      if (other !== found && other !== keeping) other.remove();
    }
    if (app.firstElementChild !== found) app.prepend(found);
    if (keeping.parentElement !== app) app.append(keeping);
    found.hidden = !filled() || begun() || !localStorage[key];
    keeping.hidden = !filled() || !found.hidden;
    if (!keeping.hidden && box.checked) keep();
  };
  // Without the program every step is a page of its own, and what was begun is being gone on with.
  if (box) box.checked = Boolean(localStorage[key] && begun());
  look();
  new MutationObserver(look).observe(app, { childList: true });
  addEventListener("pageshow", look);
  app.addEventListener("input", () => {
    if (keeping && !keeping.hidden) keep();
  });
  found?.addEventListener("click", ({ target }) => {
    const press = target.dataset.press;
    if (press === "drop") {
      delete localStorage[key];
      look();
      app.focus();
    } else if (press) {
      const written = localStorage[key];
      // Sent or thrown away in another tab meanwhile.
      if (!written) return look();
      const kept = JSON.parse(written.slice(written.indexOf(" ")));
      box.checked = true;
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action: keeping.dataset.action, hidden: true });
      for (const [name, value] of kept) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
      const [, step] = kept.find(([name]) => name === "step");
      const go = Object.assign(document.createElement("button"), { name: "move", value: `to-${step}` });
      form.append(go);
      app.append(form);
      go.click();
    }
  });
} catch {}
