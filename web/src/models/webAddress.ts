/** An address as a link takes it: a name alone is one of the web; undefined if it cannot be one. */
export function webAddress(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  try {
    const { protocol, host, pathname } = new URL(whole);
    if (protocol === 'mailto:') return pathname.includes('@') ? whole : undefined;
    const web = protocol === 'https:' || protocol === 'http:';
    return web && /[.:]|^localhost$/.test(host) && !/\s/.test(text) ? whole : undefined;
  } catch {
    return undefined;
  }
}
