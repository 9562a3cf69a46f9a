/**
 * The next task, for what a person waits for: a timer would come after whatever else there is to do,
 * some milliseconds a turn.
 *
 * @module
 */

/** @param {() => void} run is called in a task of its own, soon */
export function inNextTask(run) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}
