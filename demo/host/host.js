// The website of the demo municipality: one page that embeds the widget with the two tags that every webmaster
// uses. It runs on an origin of its own, as a municipal site does, and has the strict policy that such sites have.
import page from "./page.html";
import style from "./style.css";
import manual from "./embedding.md";
import { shape, THEME } from "./shapes.js";

export default {
  fetch(request, env) {
    const path = new URL(request.url).pathname;
    if (path === "/style.css") {
      return new Response(style, { headers: { "content-type": "text/css; charset=utf-8" } });
    }
    if (path === "/thema.css") {
      return new Response(THEME, { headers: { "content-type": "text/css; charset=utf-8" } });
    }
    const tried = path.startsWith("/proef/") && shape(path.slice("/proef/".length), manual, env.WIDGET_ORIGIN, env.MUNICIPALITY);
    if (tried) {
      const headers = { "content-type": "text/html; charset=utf-8" };
      if (tried.policy) headers["content-security-policy"] = tried.policy;
      return new Response(tried.html, { headers });
    }
    if (path !== "/") {
      return new Response("Deze voorbeeldsite heeft één pagina, /, en pagina's om de widget op te proberen, onder /proef/\n", {
        status: 404,
        headers: { "content-type": "text/plain; charset=utf-8" },
      });
    }
    const widget = env.WIDGET_ORIGIN;
    const html = page.replaceAll("$WIDGET_ORIGIN", widget).replaceAll("$MUNICIPALITY", env.MUNICIPALITY);
    // What an embedder needs is one origin in two places: the loader's script and the frame it makes.
    const policy = [
      "default-src 'none'",
      // The icon that Firefox asks of every site by itself.
      "img-src 'self'",
      "style-src 'self'",
      `script-src ${widget}`,
      `frame-src ${widget}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; ");
    return new Response(html, {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-content-type-options": "nosniff",
      },
    });
  },
};
