// Starts the service worker, and looks after a page that is older than its server.

/** Set while a page was loaded again because a part of it was gone. */
const AGAIN = 'kl-again';

export function install(): void {
  // The server was renewed while this page stood open: its parts have other names now. Once only, so that nothing turns in circles.
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(AGAIN)) return;
    event.preventDefault();
    sessionStorage.setItem(AGAIN, '1');
    location.reload();
  });
  window.addEventListener('load', () => {
    sessionStorage.removeItem(AGAIN);
    // Absent on a plain http address other than this machine's.
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
