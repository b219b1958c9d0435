// The modules of the Worker as the platform sees them: the entry point and three classes of object, each
// passing on to the Rust program.
//
// A panic in Rust ends the WebAssembly instance. The next call then starts a fresh one, and an object of the
// old instance is made anew; its data is in its storage. The idea is that of worker-build's shim (Apache-2.0).
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import * as program from "./program.js";
import manifest from "./manifest.json";

// The names of this build's files, for the pages that link them.
globalThis.buurtstemManifest = JSON.stringify(manifest);

const instance = program.__worker_init_state();

function recover() {
  if (instance.criticalError) {
    instance.criticalError = false;
    program.__wbg_reset_state();
  }
}

// A trap outside a call that we made (in a resumed promise) reaches nobody else.
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) {
    instance.criticalError = true;
  }
});

export default class extends WorkerEntrypoint {
  fetch(request) {
    recover();
    return program.fetch(request, this.env, this.ctx);
  }
}

function object(name) {
  return class extends DurableObject {
    #object;
    #instanceId;

    #current() {
      recover();
      if (this.#instanceId !== instance.instanceId) {
        this.#object = new program[name](this.ctx, this.env);
        this.#instanceId = instance.instanceId;
      }
      return this.#object;
    }

    fetch(request) {
      return this.#current().fetch(request);
    }

    alarm() {
      return this.#current().alarm();
    }
  };
}

export const Directory = object("Directory");
export const Municipality = object("Municipality");
export const BallotBox = object("BallotBox");
