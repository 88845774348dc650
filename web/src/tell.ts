/** Calls of the host's own functions, whose mistakes are not ours to stop for. */

/** Calls the host; as with an event listener, its mistake is the page's to see. */
export function tell(call: () => void): void {
  try {
    call();
  } catch (error) {
    globalThis.reportError?.(error);
  }
}
