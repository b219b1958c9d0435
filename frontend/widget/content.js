// Another page of ours in the place of this one, when the program has fetched it: what a browser does with a link, without
// losing the page that is there when the line goes. Plain JavaScript, because the same in Rust is larger
// (frontend/widget/src/program/browser.rs, `take_content`).
addEventListener("buurtstem-page", (told) => {
  const page = new DOMParser().parseFromString(told.detail, "text/html");
  const [app, content] = [document, page].map((document) => document.getElementById("app"));
  // Something on the way has answered in our place.
  if (!content) return;
  const there = [...document.scripts].map(({ src }) => src);
  for (const { src } of page.scripts) {
    // A script that the parser made does not run.
    if (src && !there.includes(src)) document.head.append(Object.assign(document.createElement("script"), { type: "module", src }));
  }
  // The program listens at this element: it stays, and everything around it is the new page's.
  app.replaceChildren(...content.childNodes);
  content.replaceWith(app);
  document.body.replaceChildren(...page.body.childNodes);
  document.title = page.title;
  told.preventDefault();
});
// The first page of a poll carries the style of its steps alone. The page of thanks needs all of it, and may come in their
// place: it is asked for with the first answer.
addEventListener("submit", () => {
  const later = document.querySelector("[rel=later]");
  if (later) later.rel = "stylesheet";
});
