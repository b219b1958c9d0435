// In a frame: tells the page around it how high the content is. Plain JavaScript, because it has to work at once and
// also where there is no WebAssembly. It speaks only to the origin that stands in the frame's own address.
const host = new URLSearchParams(location.search).get("host");
if (host && window.parent !== window) {
  const say = (type, more) => {
    try {
      window.parent.postMessage({ source: "buurtstem", v: 1, type, ...more }, host);
    } catch {
      // An address with a host that is no origin: then there is nobody to speak to.
    }
  };
  const measure = () => say("height", { height: Math.ceil(document.body.getBoundingClientRect().height) });
  new ResizeObserver(measure).observe(document.body);
  const ready = () => {
    measure();
    say("ready");
  };
  ready();
  // A loader that came later than this page asks.
  addEventListener("message", ({ data, source }) => source === window.parent && data === "buurtstem" && ready());
  // A page that was opened from another one in the same frame: the visitor followed a link and looks at its middle.
  // The name of a frame is the only thing that stays when its page changes, and goes with the frame.
  if (window.name === "buurtstem") say("top");
  window.name = "buurtstem";
  // What the program tells: an event for the host page, or that the top of the content should be in view.
  addEventListener("buurtstem", (told) => say(...JSON.parse(told.detail)));
}
