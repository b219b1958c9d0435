// Measures the widget beside other ways to put a poll on a municipal page, in Chromium, by turns.
//
//   node measure.mjs < wanted.json
//
// with {widget: "http://127.0.0.1:1", municipality, poll, load: {key, file}, programs: "<folder>", chromium, runs, rates}.
// Prints JSON: for each processor rate and name the figures of each run. `cargo xtask bench embed` calls it.
import { readFileSync } from "node:fs";

import puppeteer from "puppeteer-core";

import { middles, start } from "./site.mjs";

const wanted = JSON.parse(readFileSync(0, "utf8"));
// A phone on a slow mobile network ("slow 4G" of the browser's own tools).
const NETWORK = { latency: 150, download: 1.6e6 / 8, upload: 750e3 / 8 };
const SCREEN = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
const PATIENCE_MS = 60_000;
// After this long without a byte and without a long task, a page has come to rest.
const REST_MS = 1500;

// Runs in every document before its own scripts: notes what moves, what blocks, and when the first question can be
// answered, all in milliseconds since 1970, so that a frame and its page can be compared.
function watch() {
  const seen = { moved: [], blocked: [], largest: 0, radio: 0 };
  globalThis.measured = seen;
  const follow = (type, note) => {
    try {
      new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
    } catch { /* A browser without it has nothing to note. */ }
  };
  const at = (time) => performance.timeOrigin + time;
  const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
  const what = ({ node, previousRect, currentRect }) => `${node?.className || node?.nodeName}: ${place(previousRect)} → ${place(currentRect)}`;
  follow("layout-shift", (entry) => seen.moved.push([at(entry.startTime), entry.value, entry.sources.map(what)]));
  follow("longtask", (entry) => seen.blocked.push([at(entry.startTime), entry.duration]));
  follow("largest-contentful-paint", (entry) => { seen.largest = at(entry.startTime); });
  const painted = () => requestAnimationFrame(() => setTimeout(() => { seen.radio = at(performance.now()); }));
  const look = () => {
    const radio = document.querySelector("input[type=radio]");
    const shown = radio && (radio.closest("label") ?? radio).getBoundingClientRect();
    if (shown?.height > 10) painted();
    else requestAnimationFrame(look);
  };
  look();
}

async function visit(context, address, rate, { far = false } = {}) {
  const page = await context.newPage();
  const requests = new Map();
  const sessions = new Set();
  let last = Date.now();
  const listen = async (session) => {
    if (sessions.has(session)) return;
    sessions.add(session);
    session.on("Network.requestWillBeSent", ({ requestId, request }) => {
      last = Date.now();
      if (!request.url.startsWith("data:")) requests.set(requestId, { url: request.url, bytes: 0, cached: false });
    });
    session.on("Network.requestServedFromCache", ({ requestId }) => { if (requests.has(requestId)) requests.get(requestId).cached = true; });
    session.on("Network.responseReceived", ({ requestId, response }) => {
      const request = requests.get(requestId);
      if (request) request.cached ||= response.fromDiskCache || response.fromPrefetchCache || false;
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      last = Date.now();
      const request = requests.get(requestId);
      if (request) request.bytes = request.cached ? 0 : encodedDataLength;
    });
    // In one batch, before the new document runs: the session of a frame waits until it is told to go on.
    await Promise.all([
      session.send("Network.enable"),
      session.send("Performance.enable"),
      session.send("Network.emulateNetworkConditions", { offline: false, latency: NETWORK.latency, downloadThroughput: NETWORK.download, uploadThroughput: NETWORK.upload }),
      session.send("Emulation.setCPUThrottlingRate", { rate }),
    ]);
  };
  await page.setViewport(SCREEN);
  await page.evaluateOnNewDocument(watch);
  const main = await page.createCDPSession();
  await listen(main);
  await main.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  main.on("Target.attachedToTarget", async ({ sessionId, targetInfo }) => {
    const session = main.connection().session(sessionId);
    if (targetInfo.type === "iframe") await listen(session).catch(() => {});
    await session.send("Runtime.runIfWaitingForDebugger").catch(() => {});
  });
  await page.goto(address, { waitUntil: "commit" }).catch(() => page.goto(address, { waitUntil: "domcontentloaded" }));
  const begun = await page.evaluate(() => performance.timeOrigin);

  const until = async (question) => {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      for (const frame of page.frames()) {
        const answer = await frame.evaluate(question).catch(() => undefined);
        if (answer) return answer;
      }
      if (Date.now() > end) throw new Error(`${address}: nothing came`);
      await new Promise((ready) => setTimeout(ready, 20));
    }
  };
  const asks = !far && !address.endsWith("/nothing");
  const radio = asks ? await until(() => globalThis.measured?.radio) : 0;
  while (Date.now() - last < REST_MS) await new Promise((ready) => setTimeout(ready, 100));

  const all = [];
  for (const frame of page.frames()) all.push({ top: frame === page.mainFrame(), ...(await frame.evaluate(() => globalThis.measured).catch(() => ({ moved: [], blocked: [] }))) });
  const top = all.find((one) => one.top);
  let [script, memory] = [0, 0];
  for (const session of sessions) {
    const { metrics } = await session.send("Performance.getMetrics").catch(() => ({ metrics: [] }));
    const value = (name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    script += value("ScriptDuration") * 1000;
    memory += value("JSHeapUsedSize");
  }
  const moved = all.flatMap((one) => one.moved);
  const blocking = (one) => one.blocked.reduce((sum, [, duration]) => sum + Math.max(0, duration - 50), 0);
  const extra = [...requests.values()].filter((request) => request.url !== address && !request.url.endsWith("/favicon.ico"));
  await page.close();
  return {
    answerable: radio ? radio - begun : 0,
    bytes: extra.reduce((sum, request) => sum + request.bytes, 0),
    requests: extra.length,
    uncached: extra.filter((request) => !request.cached).length,
    elsewhere: extra.filter((request) => !request.url.startsWith(wanted.widget) && !request.url.startsWith(new URL(address).origin)).length,
    blockingPage: blocking(top),
    blockingAll: all.reduce((sum, one) => sum + blocking(one), 0),
    script,
    memory,
    moved: moved.reduce((sum, [, value]) => sum + value, 0),
    shifts: moved.map(([time, value, sources]) => ({ at: Math.round(time - begun), value, sources })),
    largest: top.largest - begun,
    urls: extra.map((request) => `${request.bytes} ${request.url}`),
  };
}

// Loads the municipality with the measurement's site among its sites, and waits until the poll is open.
async function open() {
  const { key, file } = wanted.load;
  const body = JSON.stringify(file).replaceAll("$DEMO_HOST", site.origin);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const answer = await fetch(`${wanted.widget}/api/v1/municipalities/${wanted.municipality}`, { method: "PUT", headers, body });
  if (!answer.ok) throw new Error(`the municipality was not loaded: ${answer.status} ${await answer.text()}`);
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    await fetch(`${wanted.widget}/test/run-due-work`, { method: "POST" });
    const polls = await (await fetch(`${wanted.widget}/api/v1/municipalities/${wanted.municipality}/polls`)).json();
    if (polls.some(({ id, status }) => id === wanted.poll && status === "open")) return;
    await new Promise((ready) => setTimeout(ready, 100));
  }
  throw new Error("the poll did not open");
}

const site = await start(wanted.programs, (origin) => middles(wanted.widget, wanted.municipality, wanted.poll, origin));
await open();
const browser = await puppeteer.launch({
  executablePath: wanted.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--site-per-process"],
});
const found = {};
try {
  for (let run = 0; run < wanted.runs; run += 1) {
    for (const rate of wanted.rates) {
      for (const name of site.names) {
        const context = await browser.createBrowserContext();
        const address = `${site.origin}/${name}`;
        const first = await visit(context, address, rate, { far: name === "far" });
        const again = await visit(context, address, rate, { far: name === "far" });
        await context.close();
        ((found[rate] ??= {})[name] ??= []).push({ ...first, againBytes: again.bytes, againAnswerable: again.answerable, againUrls: again.urls });
        process.stderr.write(`  run ${run + 1} of ${wanted.runs}, processor 1/${rate}, ${name}: ${Math.round(first.answerable)} ms\n`);
      }
    }
  }
} finally {
  await browser.close();
  site.stop();
}
process.stdout.write(JSON.stringify(found));
