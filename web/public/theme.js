// Sets the look before the first paint. src/ui/theme.ts keeps it up to date afterwards.
(function () {
  var look = {};
  try {
    look = JSON.parse(localStorage.getItem('parley.preferences')) || {};
  } catch {
    // Storage is switched off or broken: the system decides.
  }
  var dark = matchMedia('(prefers-color-scheme: dark)').matches;
  var more = matchMedia('(prefers-contrast: more)').matches;
  var system = (more ? 'hc-' : '') + (dark ? 'dark' : 'light');
  var root = document.documentElement.dataset;
  root.theme = look.theme && look.theme !== 'system' ? look.theme : system;
  root.density = look.density || 'comfortable';
  root.text = look.textSize || '100';
  root.motion = look.motion || 'system';
})();
