// What every page does in a browser with scripts: a form is sent in the background, and the page that comes back takes the
// place of this one. When none comes, the page says so and what was filled in is still there. Plain JavaScript: it is all
// that most pages need, and where a program draws the steps of a form it does everything that has to do with the network
// (frontend/widget/src/program/).
const app = document.getElementById("app");
// Nobody waits longer; on a slow line some kilobytes take a few seconds.
const PATIENCE = 30_000;
let notice;

const tell = (...words) => dispatchEvent(new CustomEvent("buurtstem", { detail: JSON.stringify(words) }));

// Brings the reader to what is new: what is wrong or was just received, otherwise the heading.
const arrive = (id) => {
  const at = (id) => document.getElementById(id);
  const place = at(id) ?? app.querySelector("[autofocus]") ?? at("notice") ?? at("heading");
  if (!place) return;
  place.focus();
  // The heading alone would leave what stands above it out of view.
  app.scrollIntoView();
  tell("top", {});
};

const wait = (busy) => {
  app.toggleAttribute("data-busy", busy);
  for (const place of app.querySelectorAll(".waiting, .actions .button--primary")) {
    const { words } = place.dataset;
    if (words) place.textContent = busy ? words : "";
    else if (busy) place.setAttribute("aria-disabled", true);
    else place.removeAttribute("aria-disabled");
  }
};

// There is no connection; or what the page says that came in the place of an answer.
const fail = (page) => {
  const said = notice.cloneNode(true);
  if (page) {
    said.querySelector("h2").textContent = page.querySelector("h1").textContent;
    said.querySelector("p").textContent = page.querySelector(".lead").textContent;
  }
  said.hidden = false;
  document.getElementById("offline")?.remove();
  app.prepend(said);
  said.focus();
  tell("top", {});
};

// The page is put in the place of this one, if it is one of ours. The program and others listen at the element of the
// content: it stays, and everything around it is the new page's.
const take = ({ redirected, url }, text) => {
  const page = new DOMParser().parseFromString(text, "text/html");
  const content = page.getElementById("app");
  const failed = content?.querySelector("[data-failure]");
  if (!content || failed) return fail(failed);
  // The address of a page without steps is nobody's but the browser's.
  if (redirected && !("program" in app.dataset)) return location.assign(url);
  const reached = !app.querySelector("[data-event]") && content.querySelector("[data-event]");
  const having = [...document.scripts].map(({ id, dataset }) => `${id} ${dataset.having}`).join(" ").split(" ");
  for (const { id, src } of page.scripts) {
    // A script that the parser made does not run. The others are in what is there already.
    if (src && id && !having.includes(id)) document.head.append(Object.assign(document.createElement("script"), { type: "module", id, src }));
  }
  app.replaceChildren(...content.childNodes);
  content.replaceWith(app);
  document.body.replaceChildren(...page.body.childNodes);
  document.title = page.title;
  dispatchEvent(new CustomEvent("buurtstem-page", { detail: redirected ? url : "" }));
  arrive();
  if (reached) tell("event", { name: reached.dataset.event, poll: reached.dataset.poll });
};

const send = async (address, fields) => {
  document.getElementById("offline")?.remove();
  // The first page of a poll carries the style of its questions alone; what comes behind them needs all of it.
  const later = document.querySelector("[rel=later]");
  if (later) {
    later.onerror = () => (later.rel = "later");
    later.rel = "stylesheet";
  }
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  let answer;
  wait(true);
  try {
    const came = await fetch(address, { method: "POST", body: new URLSearchParams(fields), signal: abort.signal });
    answer = [came, await came.text()];
  } catch {}
  clearTimeout(timer);
  wait(false);
  if (answer) take(...answer);
  else fail();
};

// What needs a script is hidden until there is one.
const uncover = () => {
  // The page has it ready, and says it no more when something else is shown.
  notice = document.querySelector("#offline[hidden]") ?? notice;
  for (const place of app.querySelectorAll("[data-copy][hidden], [data-script][hidden]")) place.hidden = false;
};
uncover();
new MutationObserver(uncover).observe(app, { childList: true });

addEventListener(
  "submit",
  (event) => {
    if (!("busy" in app.dataset)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);
addEventListener("submit", (event) => {
  const { target, submitter } = event;
  const steps = target.querySelector("[name=step]");
  // Without a program the browser's own history has the steps.
  if (event.defaultPrevented || !notice || target.method !== "post" || (steps && !("program" in app.dataset))) return;
  event.preventDefault();
  const fields = [...new FormData(target)];
  if (submitter?.name) fields.push([submitter.name, submitter.value]);
  send(target.getAttribute("action"), fields);
});
// The program has drawn a step.
addEventListener("buurtstem-drawn", ({ detail }) => {
  uncover();
  arrive(detail);
});
// A page that comes back from the browser's memory waits for nothing any more.
addEventListener("pageshow", ({ persisted }) => persisted && wait(false));
addEventListener("click", async ({ target }) => {
  const around = target.closest?.("button") && target.closest("[data-copy]");
  if (!around) return;
  try {
    // In an insecure page there is no clipboard.
    await navigator.clipboard.writeText(around.dataset.copy);
  } catch {
    return;
  }
  const said = around.querySelector("[data-words]");
  said.textContent = said.dataset.words;
  document.querySelector(".key")?.setAttribute("data-kept", "");
});
