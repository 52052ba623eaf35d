// Starts the service worker, and looks after a page that is older than its server.

/** Set while a page was loaded again because a part of it was gone. */
const AGAIN = 'kl-again';

/** A part of the page came: the next one that is gone may load the page again. */
export function arrived(): void {
  try {
    sessionStorage.removeItem(AGAIN);
  } catch {
    // A browser that keeps nothing set no mark.
  }
}

export function install(): void {
  // The server was renewed while this page stood open: its parts have other names now. Once only, until a part comes: a part that stays
  // away would load the page for ever.
  window.addEventListener('vite:preloadError', (event) => {
    if (!navigator.onLine || sessionStorage.getItem(AGAIN)) return;
    event.preventDefault();
    sessionStorage.setItem(AGAIN, '1');
    location.reload();
  });
  window.addEventListener('load', () => {
    // Absent on a plain http address other than this machine's.
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  });
}
