// Pages such as municipalities have, to try the widget on: each makes life hard in a way of its own. Every one has the
// two tags of docs/embedding.md, taken out of that document, and the strict one has the policy that it names, so that
// the tests do what a webmaster is told to do, to the letter.

// The first block of this kind in the manual.
function block(manual, kind) {
  return manual.split(`\`\`\`${kind}\n`)[1].split("```")[0].split("\n").map((line) => line.trim()).join("\n").trim();
}

const FILLING = "<p>Soms kan de gemeente iets doen: een lamp, een zebrapad, een bank halverwege de winkels. " +
  "En vaak beginnen bewoners zelf: samen eten, samen opruimen.</p>\n";

// The resets of Bootstrap 5 ("Reboot"), as far as they could reach something of ours.
const BOOTSTRAP = `
*,*::before,*::after{box-sizing:border-box}
@media (prefers-reduced-motion:no-preference){:root{scroll-behavior:smooth}}
body{margin:0;font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-size:1rem;line-height:1.5;color:#212529;-webkit-text-size-adjust:100%}
h1,h2{margin-top:0;margin-bottom:.5rem;font-weight:500;line-height:1.2} p{margin-top:0;margin-bottom:1rem}
a{color:#0d6efd;text-decoration:underline} img,svg{vertical-align:middle} iframe{border:0}
label{display:inline-block} button{border-radius:0} input,button,select,textarea{margin:0;font-family:inherit;font-size:inherit;line-height:inherit}
[hidden]{display:none!important}
.container{width:100%;max-width:720px;margin-inline:auto;padding-inline:.75rem} .row{display:flex;flex-wrap:wrap;margin-inline:-.75rem} .col{flex:1 0 0;padding-inline:.75rem}`;

// The preflight of Tailwind 4, likewise.
const TAILWIND = `
*,::after,::before,::backdrop,::file-selector-button{box-sizing:border-box;margin:0;padding:0;border:0 solid}
html,:host{line-height:1.5;-webkit-text-size-adjust:100%;tab-size:4;font-family:ui-sans-serif,system-ui,sans-serif;-webkit-tap-highlight-color:transparent}
h1,h2{font-size:inherit;font-weight:inherit} a{color:inherit;text-decoration:inherit} ol,ul,menu{list-style:none}
img,svg,video,canvas,audio,iframe,embed,object{display:block;vertical-align:middle} img,video{max-width:100%;height:auto}
button,input,select,optgroup,textarea{font:inherit;color:inherit;border-radius:0;background-color:transparent;opacity:1}
[hidden]:where(:not([hidden="until-found"])){display:none!important}
main{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;padding:1rem}`;

const HOSTILE = `
html{font-size:62.5%}
*{all:unset !important}
div{position:absolute}
iframe{height:10px;width:10px;visibility:hidden} p{float:left} buurtstem-widget{all:unset}`;

const STICKY = `
body{margin:0;font:1rem/1.5 sans-serif} main{padding:1rem}
header{position:sticky;top:0;z-index:10;height:110px;background:#0b4f5c;color:#fff;padding:1rem;box-sizing:border-box}`;

// The theme of a site that is built with NL Design System: some of it for the whole page, some for a part, with a
// colour that nobody could see and one that is the site's own affair.
export const THEME = `
:root {
  --waterdam-blue: #0b4f5c;
  --waterdam-own: "nobody asks for this";
  --utrecht-document-background-color: #ffffff;
  --utrecht-document-color: #1d2a2e;
  --utrecht-link-color: var(--waterdam-blue);
  --utrecht-document-font-family: "Open Sans", sans-serif;
}
.waterdam-theme {
  --utrecht-button-primary-action-background-color: #a33b00;
  --utrecht-button-primary-action-color: rgb(255 255 255);
  --utrecht-textbox-border-color: #f2f2f2;
}
body { font-family: var(--utrecht-document-font-family); }`;

// A page that draws itself anew for each address, as municipal portals do, and loads the loader twice, as tag managers
// do. It has a policy that lets its own inline script run.
const APP = `
const main = document.querySelector("main");
const pages = { "#begin": () => main.replaceChildren(title("Begin")), "#meedoen": () => {
  const widget = document.createElement("buurtstem-widget");
  main.replaceChildren(title("Meedoen"), widget);
  widget.setAttribute("lang", "nl");
  widget.setAttribute("municipality", "$MUNICIPALITY");
} };
function title(text) { const heading = document.createElement("h1"); heading.textContent = text; return heading; }
addEventListener("hashchange", () => (pages[location.hash] ?? pages["#begin"])());
import("$WIDGET_ORIGIN/embed/v1.js");
import("$WIDGET_ORIGIN/embed/v1.js?again");
pages["#meedoen"]();`;

export function shape(name, manual, widget, municipality) {
  const filled = (text) => text.replaceAll("https://buurtstem.example", widget).replaceAll("$WIDGET_ORIGIN", widget)
    .replaceAll("$MUNICIPALITY", municipality).replaceAll("waterdam", municipality);
  const tags = filled(block(manual, "html"));
  const page = ({ language = 'lang="nl"', link = "", style = "", before = "", body = tags, after = "" }) =>
    `<!doctype html>\n<html ${language}>\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
    `<title>Meedoen – Gemeente Waterdam</title>${link}${style && `<style>${style}</style>`}</head>\n` +
    `<body>${before}<main><h1>Meedoen</h1>\n${body}\n${FILLING}</main>${after}</body>\n</html>\n`;
  const strict = `default-src 'self'; ${filled(block(manual, "csp"))}`;
  const pages = {
    plain: () => ({ html: page({}) }),
    bootstrap: () => ({ html: page({ style: BOOTSTRAP, body: `<div class="container"><div class="row"><div class="col">${tags}</div></div></div>` }) }),
    tailwind: () => ({ html: page({ style: TAILWIND }) }),
    strict: () => ({ html: page({}), policy: strict }),
    // A theme to take over, on a page with the strict policy.
    themed: () => ({
      html: page({ link: '<link rel="stylesheet" href="/thema.css">', body: `<div class="waterdam-theme">${tags}</div>` }),
      policy: strict,
    }),
    // Before anything is pasted.
    empty: () => ({ html: page({ body: "" }), policy: strict }),
    // What a webmaster forgets.
    "no-frame-src": () => ({ html: page({}), policy: `default-src 'self'; script-src ${widget}` }),
    app: () => ({ html: page({ body: `<noscript>${tags}</noscript>`, after: `<script type="module">${filled(APP)}</script>` }) }),
    arabic: () => ({ html: page({ language: 'lang="ar" dir="rtl"', before: "<p>مرحبا بكم في بلدية فاتردام</p>" }) }),
    hostile: () => ({ html: page({ style: HOSTILE }) }),
    sticky: () => ({ html: page({ style: STICKY, before: "<header>Gemeente Waterdam</header>", after: FILLING.repeat(30) }) }),
    // The widget far below the screen.
    far: () => ({ html: page({ body: FILLING.repeat(60) + tags }) }),
  };
  return Object.hasOwn(pages, name) ? pages[name]() : undefined;
}
