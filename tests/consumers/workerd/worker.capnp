using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .worker)],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const worker :Workerd.Worker = (
  compatibilityDate = "2026-04-01",
  modules = [
    (name = "main.js", esModule = embed "dist/main.js"),
    (name = "core.wasm", wasm = embed "dist/core.wasm"),
  ],
);
