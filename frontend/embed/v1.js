// The loader: puts the residents' page of a municipality on a host page, in an isolated frame.
//
//   <script type="module" src="https://…/embed/v1.js"></script>
//   <buurtstem-widget municipality="…"></buurtstem-widget>
//
// Attributes: municipality (required), view (home, poll, propose, follow, initiatives), poll (an id), topic and area
// (ids, for an idea), language (or lang; otherwise the language of the surrounding text).
//
// A frame with the same address may stand inside the element already: then it comes without waiting for this script, and
// is taken over.
//
// The frame says {source: "buurtstem", v: 1, type: "ready" | "height" | "top" | "event", …}; only words from our own
// frame on our own origin are heard, and the frame speaks only to the origin given in its address. What a
// resident fills in never reaches the host page: events carry a name and an id of a poll, nothing else.
//
// The frame hears nothing from the page, but in two cases. One that is taken over is asked to say again that it is ready.
// And when the address carries the key of an administrator, who takes the house style over, a frame of ours is told the
// custom properties that it names.

const NAME = "buurtstem-widget";
const ORIGIN = new URL(import.meta.url).origin;
// What the frame is called, and the link in its place.
const TITLES = {
  nl: "Buurtstem: meedoen in uw buurt",
  en: "Buurtstem: take part in your neighbourhood",
  tr: "Buurtstem: mahallenize katılın",
  ar: "Buurtstem: شارك في حيّك",
  pl: "Buurtstem: weź udział w życiu okolicy",
  uk: "Buurtstem: долучайтеся у своєму районі",
};
// Address of a view below /{municipality}/{language}; the same on the direct page and in the frame.
const VIEWS = { home: "", poll: "/peilingen/", propose: "/idee", follow: "/volgen", initiatives: "/initiatieven" };
// Events that go on to the host page.
const EVENTS = ["answered", "submitted", "error"];
// Room that is kept before the content says how high it is, so that the page does not jump: what fills the screen, because
// a question with its introduction does, and what stands below it is then out of sight already. In pixels, at least.
const RESERVED_HEIGHT = 480;
// Guards against a frame that grows with its own height.
const LARGEST_HEIGHT = 20000;
// After this the visitor gets the link; a slow phone on a slow network has drawn the frame by then.
const PATIENCE_MS = 10000;
// A frame that has loaded has said so by then; one that was refused "loads" as well, and says nothing.
const AFTER_LOADING_MS = 1500;
// How far below the screen the frame is asked for.
const NEARBY = "600px";

// Everything here is there once for all widgets of a page, also when the loader comes twice.
function define() {
  // Of each widget on the page: its frame, the link in its place, their addresses, and the patience that is left.
  const shown = new Map();
  const said = new Set();
  // Kept when an element is moved or its attributes change, so that the page does not jump then either.
  const heights = new WeakMap();
  const say = (words) => {
    if (!said.has(words)) console.warn(`${NAME}: ${words}`);
    said.add(words);
  };

  // The key of a take-over, for the first widget of the page; gone from the address before anybody copies it.
  let [page, key] = location.href.split("#buurtstem-huisstijl=");
  if (key) history.replaceState(null, "", page);

  // In the element itself, so that the host page's rules do not reach it and its policy on styles has no say.
  let style;
  try {
    style = new CSSStyleSheet();
    style.replaceSync(":host{display:block}:host([hidden]){display:none}");
  } catch {
    // An older browser: the element stays inline around a frame that is a block, which looks the same.
  }

  const nearby = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) load(target);
  }, { rootMargin: NEARBY, scrollMargin: NEARBY });

  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== ORIGIN || data?.source !== "buurtstem" || data.v !== 1) return;
    for (const [widget, { frame }] of shown) if (frame.contentWindow === source) hear(widget, data);
  });

  document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === "report" || !blockedURI.startsWith(ORIGIN)) return;
    for (const [widget, { patience }] of shown) {
      if (patience) giveUp(widget, `the Content-Security-Policy of this page refuses it: add ${ORIGIN} to ${effectiveDirective}`);
    }
  });

  // A single-page app that changes its language.
  new MutationObserver(() => shown.forEach((_, widget) => draw(widget)))
    .observe(document.documentElement, { attributeFilter: ["lang"] });

  // The plain link at hand, the frame when it comes near the screen. The same address again changes nothing.
  function draw(widget) {
    const value = (name) => widget.getAttribute(name)?.trim() || "";
    const municipality = value("municipality");
    if (!municipality) {
      forget(widget);
      return say('the attribute "municipality" is missing.');
    }
    const [poll, wanted] = [value("poll"), value("view")];
    if (!Object.keys(VIEWS).includes(wanted || "home")) say(`there is no view="${wanted}"; it is one of ${Object.keys(VIEWS)}.`);
    const view = poll && (!wanted || wanted === "poll") ? VIEWS.poll + encodeURIComponent(poll) : wanted !== "poll" && VIEWS[wanted] || "";

    const written = value("language") || widget.closest("[lang]")?.lang || document.documentElement.lang;
    const primary = written.toLowerCase().split("-")[0];
    const language = TITLES[primary] ? primary : "nl";

    const tail = `/${encodeURIComponent(municipality)}/${language}${view}?`;
    const query = new URLSearchParams();
    for (const name of ["topic", "area"]) if (value(name)) query.set(name, value(name));
    const direct = ORIGIN + (tail + query).replace(/\?$/, "");
    if (shown.get(widget)?.direct === direct) return;
    forget(widget);

    query.set("host", location.origin);
    const address = `${ORIGIN}/frame/v1${tail}${query}`;
    let frame = widget.querySelector("iframe");
    const here = frame?.src === address;
    if (!here) {
      frame?.remove();
      frame = document.createElement("iframe");
      frame.referrerPolicy = "no-referrer";
      frame.allow = "clipboard-write";
    }
    frame.title = TITLES[language];
    // Through the object model and not as text: the host's policy may refuse style attributes. Inside the element the
    // host's rules reach the frame.
    frame.style.cssText = "display:block!important;width:100%!important;border:0!important;color-scheme:normal!important";
    grow(frame, heights.get(widget) || Math.max(RESERVED_HEIGHT, innerHeight));
    // Making a frame takes long, also an empty one: something else keeps its room until it is near.
    const room = document.createElement("div");
    room.style.cssText = frame.style.cssText;
    // What the webmaster put inside the element, otherwise a link to the direct page.
    const slot = document.createElement("slot");
    const anchor = document.createElement("a");
    anchor.href = direct;
    anchor.textContent = TITLES[language];
    const link = here ? anchor : slot;
    if (!here) slot.append(anchor);
    link.style.display = "none";

    const root = widget.shadowRoot || widget.attachShadow({ mode: "open" });
    if (style) root.adoptedStyleSheets = [style];
    root.replaceChildren(here ? slot : room, link);
    shown.set(widget, { frame, here, link, direct, municipality, address });
    // What is on the screen already does not wait until the browser has drawn it.
    const { width, top } = widget.getBoundingClientRect();
    if (key || width && Math.abs(top) < innerHeight) load(widget);
    else nearby.observe(widget);
  }

  function load(widget) {
    const one = shown.get(widget);
    // Gone meanwhile; or it is on its way, or was there before this script and has said so since.
    if (!one || one.patience >= 0) return;
    const wait = (milliseconds) => {
      clearTimeout(one.patience);
      one.patience = setTimeout(giveUp, milliseconds, widget);
    };
    wait(PATIENCE_MS);
    one.frame.onload = () => one.patience && wait(AFTER_LOADING_MS);
    if (key) one.frame.src = `${ORIGIN}/frame/v1/${one.municipality}/nl/huisstijl?host=${encodeURIComponent(location.origin)}#${key}`;
    // What it said before this script was there is gone. The question tells nothing, so whoever is there may hear it.
    else if (one.here) one.frame.contentWindow.postMessage("buurtstem", "*");
    else one.frame.src = one.address;
    // With its address: without one the browser would make an empty document first.
    if (!one.here) widget.shadowRoot.firstChild.replaceWith(one.frame);
    key = "";
  }

  function hear(widget, { type, height, name, names, poll }) {
    const one = shown.get(widget);
    const { frame, link } = one;
    if (type === "ready") {
      clearTimeout(one.patience);
      one.patience = 0;
      frame.style.display = "block";
      link.style.display = "none";
    } else if (type === "height" && height > 0) {
      heights.set(widget, Math.min(Math.ceil(height), LARGEST_HEIGHT));
      grow(frame, heights.get(widget));
    } else if (type === "top") {
      // The next step is shorter than the last: without this the visitor would look at what stands below the frame,
      // and below a header that stays at the top of the screen it would begin out of sight.
      const { left, width, top } = frame.getBoundingClientRect();
      let header = 0;
      for (let place = document.elementFromPoint(left + width / 2, 0); place; place = place.parentElement) {
        const { bottom, height } = place.getBoundingClientRect();
        if (/fixed|sticky/.test(getComputedStyle(place).position) && height < innerHeight / 2) header = bottom;
      }
      if (top < header) {
        const kept = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
        frame.style.scrollMarginTop = `${Math.max(header - kept, 0)}px`;
        frame.scrollIntoView();
      }
    } else if (names && frame.src.includes("#")) {
      // Only a frame that was given the key is answered, and only with custom properties, as they are at this place.
      frame.contentWindow.postMessage(names.map((name) => getComputedStyle(widget).getPropertyValue("--" + name)), ORIGIN);
      frame.scrollIntoView();
    } else if (type === "event" && EVENTS.includes(name)) {
      tell(widget, name, typeof poll === "string" ? { poll } : {});
    }
  }

  function grow(frame, height) {
    frame.style.setProperty("height", `${height}px`, "important");
  }

  function tell(widget, name, detail) {
    widget.dispatchEvent(new CustomEvent(`buurtstem:${name}`, { detail, bubbles: true, composed: true }));
  }

  // Leaves the link. Should the frame come after all, it takes its place again.
  async function giveUp(widget, reason) {
    const { frame, link, municipality, patience } = shown.get(widget);
    clearTimeout(patience);
    shown.get(widget).patience = 0;
    frame.style.display = "none";
    link.style.display = "";
    // The frame itself may not say why it was refused. A script from the origin that this page allows may.
    reason ||= await import(`${ORIGIN}/embed/v1/${encodeURIComponent(municipality)}/reason.js?host=${encodeURIComponent(location.origin)}`)
      .then((answer) => answer.default, () => `${ORIGIN} does not answer`);
    say(`${reason}. The visitor gets a link instead.`);
    tell(widget, "error", { reason });
  }

  function forget(widget) {
    const one = shown.get(widget);
    if (!one) return;
    nearby.unobserve(widget);
    clearTimeout(one.patience);
    shown.delete(widget);
    widget.shadowRoot.replaceChildren();
  }

  customElements.define(NAME, class extends HTMLElement {
    static observedAttributes = ["municipality", "view", "poll", "topic", "area", "language", "lang"];

    // Several attributes are often set one after another, and a frame is asked for once.
    attributeChangedCallback() {
      queueMicrotask(() => this.isConnected && draw(this));
    }

    connectedCallback() {
      this.attributeChangedCallback();
    }

    disconnectedCallback() {
      forget(this);
    }

    // Moved without being taken out: the frame goes on as it is.
    connectedMoveCallback() {}
  });
}

if (!customElements.get(NAME)) define();
