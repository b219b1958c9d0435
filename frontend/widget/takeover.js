// The page that takes the house style over from the site around its frame (worker/src/pages/takeover.rs). The key
// stands in the frame's own address, behind the "#". The loader answers with values only, in the order of the names;
// which site that is, the browser says.
const said = document.getElementById("said");
const { names, address, done, failed } = said.dataset;
const host = new URLSearchParams(location.search).get("host");
const list = names.split(" ");
let asked = false;
const send = async (site, found) => {
  const values = {};
  list.forEach((name, place) => {
    const value = found[place];
    // What is longer is no colour and no letter, and the Worker would not take it.
    if (typeof value === "string" && value.trim() && value.trim().length <= 200) values[name] = value.trim();
  });
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ key: location.hash.slice(1), site, values }),
  };
  const sent = await fetch(address, request).then((answer) => answer.ok, () => false);
  said.textContent = sent ? done : failed;
};
addEventListener("message", ({ origin, source, data }) => {
  if (asked || source !== window.parent || origin !== host || !Array.isArray(data)) return;
  asked = true;
  send(origin, data);
});
try {
  // Only to the origin that stands in the address: the browser gives it to no other.
  window.parent.postMessage({ source: "buurtstem", v: 1, type: "tokens", names: list }, host);
} catch {
  said.textContent = failed;
}
