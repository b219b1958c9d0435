// The municipal site of the measurement: one page, with one of the things to measure in its middle.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TEXT = "<p>Soms kan de gemeente iets doen: een lamp, een zebrapad, een bank halverwege de winkels. En vaak beginnen " +
  "bewoners zelf: samen eten, samen opruimen, een oogje in het zeil houden.</p>\n";
const STYLE = "body{margin:0;font:1rem/1.5 sans-serif;color:#222}main{max-width:45rem;margin:auto;padding:1rem}" +
  "#poll{min-height:480px}label{display:block;padding:.75rem}h1{font-size:2rem}";

function page(middle) {
  return `<!doctype html>\n<html lang="nl">\n<head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>Meedoen</title><style>${STYLE}</style></head>\n` +
    `<body><main><h1>Meedoen in uw buurt</h1>\n${TEXT}${middle}\n${TEXT.repeat(8)}</main></body>\n</html>\n`;
}

// One answer and nothing else: in a frame from another site it shows what such a frame takes at least.
const ALONE = "alone";
const ANSWER = `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Peiling</title><label><input type="radio"> Ja</label></html>`;

// By name: what stands in the page, whose origin is `site`.
export function middles(widget, municipality, poll, site) {
  const loader = `<script type="module" src="${widget}/embed/v1.js"></script>`;
  const element = `<buurtstem-widget municipality="${municipality}" poll="${poll}"><a href="${widget}/${municipality}">Vul de peiling in</a></buurtstem-widget>`;
  const program = (name, style = "") => `${style}<div id="poll"></div><script type="module" src="/${name}.js"></script>`;
  return {
    nothing: TEXT,
    widget: `${loader}<style>buurtstem-widget:not(:defined){display:block;min-height:100vh}</style>${element}`,
    there: `${loader}<buurtstem-widget municipality="${municipality}" poll="${poll}" language="nl"><iframe src="${widget}/frame/v1/${municipality}/nl/peilingen/${poll}?host=${encodeURIComponent(site)}" title="Peiling" width="100%" height="900" loading="lazy"></iframe></buurtstem-widget>`,
    far: `${loader}<div style="height:5000px"></div>${element}`,
    frame: `<iframe src="${widget}/frame/v1/${municipality}/nl/peilingen/${poll}" title="Peiling" width="100%" height="900" loading="lazy"></iframe>`,
    bare: `<iframe src="${site.replace("localhost", "127.0.0.1")}/${ALONE}" title="Peiling" width="100%" height="900" loading="lazy"></iframe>`,
    plain: program("plain"),
    preact: program("preact"),
    survey: program("survey", '<link rel="stylesheet" href="/survey.css">'),
  };
}

// Starts it; `folder` holds the programs as one file each, `made` makes what stands in the pages of this origin.
export async function start(folder, made) {
  const kinds = { js: "text/javascript", css: "text/css", html: "text/html" };
  const kept = new Map();
  let names = {};
  const found = async (path) => {
    if (!kept.has(path)) {
      const [name, kind = "html"] = path.slice(1).split(".");
      const text = name === ALONE ? ANSWER : kind === "html" ? names[name] && page(names[name]) : await readFile(join(folder, `${name}.${kind}`)).catch(() => undefined);
      const body = text && brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
      kept.set(path, body && { body, type: `${kinds[kind]}; charset=utf-8` });
    }
    return kept.get(path);
  };
  const server = createServer(async (request, response) => {
    const file = await found(new URL(request.url, "http://localhost").pathname);
    if (!file) return response.writeHead(404).end();
    const html = file.type.startsWith("text/html");
    const cache = html ? "no-cache" : "public, max-age=31536000, immutable";
    response.writeHead(200, { "content-type": file.type, "content-encoding": "br", "cache-control": cache, "content-length": file.body.length });
    response.end(file.body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://localhost:${server.address().port}`;
  names = made(origin);
  return { origin, names: Object.keys(names), stop: () => server.close() };
}
