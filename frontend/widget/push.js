// Messages to this device, for who asks for them on a full page: of new polls and their outcome, or of one's own idea. Only
// a script can do that, so all of it is drawn hidden (worker/src/pages/push.rs), and stays so where a browser cannot.
const app = document.getElementById("app");
// Where a network keeps the push service away, a browser goes on trying and says nothing.
const PATIENCE = 15_000;

// What the Worker knows of this device, after a change when something is wanted.
const ask = async ({ dataset }, subscription, wanted) => {
  const { endpoint, keys } = subscription.toJSON();
  const headers = { "content-type": "application/json" };
  if ("ofIdea" in dataset) headers["follow-key"] = app.querySelector("[type=hidden][name=followKey]").value;
  const body = JSON.stringify({ endpoint, keys, language: document.documentElement.lang, wanted });
  const answer = await fetch(dataset.ask, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(answer.status);
  return (await answer.json()).wanted;
};

const written = (key) => btoa(String.fromCharCode(...new Uint8Array(key))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

// The browser's address for us. One that was made for another key of ours is of no use any more.
const subscribe = async ({ dataset }) => {
  const { pushManager } = await navigator.serviceWorker.register(dataset.worker).then(() => navigator.serviceWorker.ready);
  const known = await pushManager.getSubscription();
  if (known && written(known.options.applicationServerKey) === dataset.push) return known;
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: dataset.push });
};

const known = async ({ dataset }) => (await navigator.serviceWorker.getRegistration(dataset.worker))?.pushManager.getSubscription();

const change = async (place, wanted) => {
  if (!wanted) {
    const subscription = await known(place);
    if (subscription) await ask(place, subscription, false);
    return "off";
  }
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  await ask(place, await subscribe(place), true);
  return "on";
};

const look = async () => {
  const place = app.querySelector("[data-push][hidden]");
  if (!place) return;
  const [box, said] = [place.querySelector("input"), place.querySelector("[role=status]")];
  if (!(navigator.serviceWorker && "PushManager" in window)) {
    // A telephone that has it for programs alone: this site can be one.
    place.querySelector("[data-install]").hidden = place.hidden = navigator.standalone !== false;
    return;
  }
  box.closest("[hidden]:not([data-push])").hidden = place.hidden = false;
  let busy = true;
  box.addEventListener("change", async () => {
    const wanted = box.checked;
    box.checked = busy ? !wanted : wanted;
    if (busy) return;
    busy = true;
    said.textContent = said.dataset.waiting;
    let outcome = "failed";
    try {
      outcome = await Promise.race([change(place, wanted), new Promise((_, fail) => setTimeout(fail, PATIENCE))]);
    } catch {}
    box.checked = outcome === "on" || (outcome === "failed" && !wanted);
    said.textContent = said.dataset[outcome];
    busy = false;
  });
  try {
    const subscription = Notification.permission === "granted" && (await known(place));
    box.checked = Boolean(subscription) && (await ask(place, subscription));
  } catch {}
  busy = false;
};
look();
addEventListener("buurtstem-page", look);
