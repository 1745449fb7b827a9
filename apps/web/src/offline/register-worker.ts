/** Keeps the app itself in the browser, so that it opens without the server. Data is kept by the replica. */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator)) return;
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').catch(() => {
      // Not allowed here (a private window, a page without a certificate): the app needs the server to open.
    });
  });
}
