/** Runs in the page, before its own scripts: knows how much memory the WebAssembly modules there have. */

globalThis.wasmBytes = (() => {
  const memories = [];
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given);
    const { exports } = made.instance ?? made;
    memories.push(...Object.values(exports).filter((value) => value instanceof WebAssembly.Memory));
    return made;
  };
  return () => memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
})();
