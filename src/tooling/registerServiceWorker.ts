/** Keeps the page for use without a network, once it is up; where the browser refuses, the page works as before. */
function registerServiceWorker(): void {
  const address = new URL('service-worker.js', document.baseURI);
  navigator.serviceWorker.register(address).catch((reason: unknown) => {
    console.info('The page will not work offline:', reason);
  });
}

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(registerServiceWorker);
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}
