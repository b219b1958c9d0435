// The loader: puts the residents' page of a municipality on a host page, in an isolated frame.
//
//   <script type="module" src="https://…/embed/v1.js"></script>
//   <buurtstem-widget municipality="…"></buurtstem-widget>
//
// Attributes: municipality (required), view (home, poll, propose, follow, initiatives), poll (an id,
// with view="poll"), lang (otherwise the language of the surrounding text).
//
// The frame says {source: "buurtstem", v: 1, type: "ready" | "height" | "top" | "event", …}; only words from our own
// frame on our own origin are heard, and the frame speaks only to the origin given in its address. What a
// resident fills in never reaches the host page: events carry a name and an id of a poll, nothing else.

const ORIGIN = new URL(import.meta.url).origin;
const LANGUAGES = ["nl", "en", "tr", "ar", "pl", "uk"];
const LINK_TEXTS = {
  nl: "Open Buurtstem op een eigen pagina",
  en: "Open Buurtstem on a page of its own",
  tr: "Buurtstem'i kendi sayfasında açın",
  ar: "افتح Buurtstem في صفحة مستقلة",
  pl: "Otwórz Buurtstem na osobnej stronie",
  uk: "Відкрити Buurtstem на окремій сторінці",
};
const FRAME_TITLES = {
  nl: "Buurtstem: meedoen in uw buurt",
  en: "Buurtstem: take part in your neighbourhood",
  tr: "Buurtstem: mahallenize katılın",
  ar: "Buurtstem: شارك في حيّك",
  pl: "Buurtstem: weź udział w życiu okolicy",
  uk: "Buurtstem: долучайтеся у своєму районі",
};
// Address of a view below /{municipality}/{language}; the same on the direct page and in the frame.
const VIEWS = {
  home: () => "",
  poll: (poll) => (poll ? `/peilingen/${encodeURIComponent(poll)}` : ""),
  propose: () => "/idee",
  follow: () => "/volgen",
  initiatives: () => "/initiatieven",
};
// Events that go on to the host page.
const EVENTS = ["answered", "submitted", "error"];
// Room that is kept before the content says how high it is, so that the page does not jump: about one
// question with four answers on a phone.
const RESERVED_HEIGHT = 480;
// Guards against a frame that grows with its own height.
const LARGEST_HEIGHT = 20000;
// After this the visitor gets the link; a slow phone on a slow network has drawn the frame by then.
const PATIENCE_MS = 10000;

class BuurtstemWidget extends HTMLElement {
  static observedAttributes = ["municipality", "view", "poll", "lang"];

  #frame;
  #link;
  #nearby;
  #patience;
  #listening;

  connectedCallback() {
    this.style.display ||= "block";
    if (!this.shadowRoot) this.attachShadow({ mode: "open" });
    this.#draw();
  }

  disconnectedCallback() {
    this.#forget();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && this.shadowRoot && before !== after) this.#draw();
  }

  // Starts again: the plain link at once, the frame when it comes near the screen.
  #draw() {
    this.#forget();
    const municipality = this.getAttribute("municipality")?.trim();
    if (!municipality) {
      console.warn('buurtstem-widget: the attribute "municipality" is missing, so there is nothing to show.');
      return;
    }
    const language = this.#language();
    const view = VIEWS[this.getAttribute("view") ?? "home"] ?? VIEWS.home;
    const tail = `/${encodeURIComponent(municipality)}/${language}${view(this.getAttribute("poll"))}`;

    this.#link = this.#makeLink(ORIGIN + tail, language);
    this.#frame = document.createElement("iframe");
    this.#frame.title = FRAME_TITLES[language];
    this.#frame.referrerPolicy = "no-referrer";
    this.#frame.allow = "clipboard-write";
    // Through the object model and not as text: the host's policy may refuse style attributes.
    Object.assign(this.#frame.style, { display: "block", width: "100%", border: "0", colorScheme: "normal" });
    this.#setHeight(RESERVED_HEIGHT);
    this.shadowRoot.replaceChildren(this.#frame, this.#link);

    const frame = this.#frame;
    const address = `${ORIGIN}/frame/v1${tail}?host=${encodeURIComponent(location.origin)}`;
    this.#nearby = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) {
        this.#nearby.disconnect();
        this.#load(frame, address);
      }
    }, { rootMargin: "600px" });
    this.#nearby.observe(this);
  }

  #load(frame, address) {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("message", (message) => {
      if (message.origin === ORIGIN && message.source === frame.contentWindow) this.#hear(message.data);
    }, { signal });
    document.addEventListener("securitypolicyviolation", (violation) => {
      if (violation.blockedURI.startsWith(ORIGIN)) this.#giveUp(`this page's Content-Security-Policy (${violation.effectiveDirective}) refuses ${ORIGIN}`);
    }, { signal });
    this.#patience = setTimeout(() => this.#giveUp(
      `the frame did not answer. Either this page's Content-Security-Policy has no "frame-src ${ORIGIN}", ` +
      `or ${location.origin} is not a registered site of "${this.getAttribute("municipality")}", or there is no such municipality`,
    ), PATIENCE_MS);
    frame.src = address;
  }

  #hear(data) {
    if (data?.source !== "buurtstem" || data.v !== 1) return;
    if (data.type === "ready") {
      clearTimeout(this.#patience);
      this.#frame.style.display = "block";
      this.#link.hidden = true;
    } else if (data.type === "height" && Number.isFinite(data.height) && data.height > 0) {
      this.#setHeight(Math.min(Math.ceil(data.height), LARGEST_HEIGHT));
    } else if (data.type === "top") {
      // The next step is shorter than the last: without this the visitor would look at what stands below the frame.
      if (this.#frame.getBoundingClientRect().top < 0) this.#frame.scrollIntoView({ block: "start" });
    } else if (data.type === "event" && EVENTS.includes(data.name)) {
      const detail = typeof data.poll === "string" ? { poll: data.poll } : {};
      this.dispatchEvent(new CustomEvent(`buurtstem:${data.name}`, { detail, bubbles: true, composed: true }));
    }
  }

  // Leaves the link. Should the frame come after all, it takes its place again.
  #giveUp(reason) {
    clearTimeout(this.#patience);
    this.#frame.style.display = "none";
    this.#link.hidden = false;
    console.warn(`buurtstem-widget: ${reason}. The visitor gets a link instead.`);
  }

  #forget() {
    this.#nearby?.disconnect();
    this.#listening?.abort();
    clearTimeout(this.#patience);
    this.shadowRoot?.replaceChildren();
  }

  // What the webmaster put inside the element, otherwise a link to the direct page.
  #makeLink(address, language) {
    const link = document.createElement("p");
    const slot = document.createElement("slot");
    const anchor = document.createElement("a");
    anchor.href = address;
    anchor.textContent = LINK_TEXTS[language];
    slot.append(anchor);
    link.append(slot);
    return link;
  }

  #setHeight(pixels) {
    this.#frame.style.height = `${pixels}px`;
  }

  #language() {
    const wanted = this.getAttribute("lang") || this.closest("[lang]")?.lang || "nl";
    const primary = wanted.toLowerCase().split("-")[0];
    return LANGUAGES.includes(primary) ? primary : "nl";
  }
}

if (!customElements.get("buurtstem-widget")) customElements.define("buurtstem-widget", BuurtstemWidget);
