const worker = '/sw.js';

/** Has the page kept by the browser, so that it opens without a network; over plain HTTP it cannot. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { trustedTypes } = window as { trustedTypes?: Policies };
  try {
    const policy = trustedTypes?.createPolicy('parley-worker', { createScriptURL: () => worker });
    await navigator.serviceWorker.register(policy?.createScriptURL(worker) ?? worker);
  } catch {
    // A browser that is told to keep nothing has the page only from the server.
  }
}

interface Policies {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}
