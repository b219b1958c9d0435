// A small municipal site that embeds the widget by the two tags, with the strict policy that such sites have.
const STYLE = `
  body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: #1b1b1f; background: #fff; }
  header { background: #17324d; color: #fff; padding: 1rem 1.5rem; }
  header p { margin: 0; font-weight: 600; }
  main { max-width: 44rem; margin: 2rem auto; padding: 0 1.5rem; }
  buurtstem-widget { margin: 2rem 0; }
`;

export default {
  fetch(request, env) {
    if (new URL(request.url).pathname === "/style.css") {
      return new Response(STYLE, { headers: { "content-type": "text/css; charset=utf-8" } });
    }
    const origin = env.WIDGET_ORIGIN;
    const policy = `default-src 'none'; script-src ${origin}; frame-src ${origin}; style-src 'self'`;
    const page = `<!doctype html>
<html lang="nl">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Veilig in de buurt</title>
  <link rel="stylesheet" href="/style.css">
  <script type="module" src="${origin}/embed/v1.js"></script>
</head>
<body>
  <header><p>Een gemeentelijke website</p></header>
  <main>
    <h1>Samen voor een veilige buurt</h1>
    <p>Wat speelt er in uw buurt? Vertel het ons, of begin zelf iets. U ziet altijd wie ermee bezig is.</p>
    <buurtstem-widget municipality="${env.MUNICIPALITY}"></buurtstem-widget>
    <p>Is er nu gevaar? Bel 112.</p>
  </main>
</body>
</html>`;
    return new Response(page, {
      headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": policy },
    });
  },
};
