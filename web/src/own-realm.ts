/** A compiled module that comes from another realm than the one which runs the scripts. */

/**
 * The module as one of this realm: where Next.js runs the edge runtime by itself, it compiles what a script imports
 * outside of the sandbox that runs the script, so `instanceof` does not know it.
 */
export function ofThisRealm(module: WebAssembly.Module): WebAssembly.Module {
  return Object.setPrototypeOf(module, WebAssembly.Module.prototype);
}
