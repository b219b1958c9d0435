// The page that follows an idea. A personal link carries its key behind the "#": it is taken out of the address and goes
// into the form, so that it stays in no bar and no history and is still there when the connection fails. And the answer to
// a question, kept on this device: only when its writer asks for it, and for seven days at most.
const BEFORE = "buurtstem-draft-";
const WEEK = 7 * 24 * 60 * 60 * 1000;
const app = document.getElementById("app");

const open = () => {
  const key = location.hash.startsWith("#c=") && location.hash.slice(3);
  if (!key) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const field = app.querySelector("[name=followKey]:not([type=hidden])");
  const form = document.createElement("form");
  Object.assign(form, { method: "post", hidden: true });
  form.setAttribute("action", location.pathname + location.search);
  form.append(Object.assign(document.createElement("input"), { name: "followKey", value: key }));
  if (field) field.value = key;
  app.append(form);
  form.append(document.createElement("button"));
  form.lastChild.click();
  form.remove();
};
open();
// Another personal link, pasted into the address of the page that is open.
addEventListener("hashchange", open);

// The box that asks for it, and the field that it is about.
const asked = () => {
  const box = app.querySelector("[data-keep]");
  return box && { box, field: box.form.querySelector("textarea"), key: BEFORE + box.dataset.keep };
};
let answering;
const look = () => {
  for (const [key, kept] of Object.entries(localStorage)) {
    if (key.startsWith(BEFORE) && !(Number.parseInt(kept, 10) > Date.now())) delete localStorage[key];
  }
  const here = asked();
  // An answer has arrived when the page of the case is there and asks something else, or nothing.
  if (answering && answering !== here?.key && app.querySelector("[type=hidden][name=followKey]")) delete localStorage[answering];
  answering = undefined;
  const kept = here && localStorage[here.key];
  if (!kept) return;
  here.box.checked = true;
  // What stands there has come back from the Worker, and is newer.
  if (!here.field.value) here.field.value = kept.slice(kept.indexOf(" ") + 1);
};
const keep = () => {
  const here = asked();
  if (!here) return;
  try {
    if (here.box.checked && here.field.value.trim()) localStorage[here.key] = `${Date.now() + WEEK} ${here.field.value}`;
    else delete localStorage[here.key];
  } catch {
    // Full: the box does not stay checked.
    here.box.checked = false;
  }
};
try {
  // A browser that refuses storage, in a frame for instance, says so here: then the answer is not kept.
  look();
  addEventListener("buurtstem-page", look);
  app.addEventListener("input", keep);
  app.addEventListener("submit", ({ target }) => {
    const question = target.querySelector("[data-keep]");
    if (question) answering = BEFORE + question.dataset.keep;
  });
} catch {}
