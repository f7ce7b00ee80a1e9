// Sets the theme before the first paint. src/ui/theme.ts keeps it up to date afterwards.
(function () {
  var choice = 'system';
  var density = 'comfortable';
  try {
    choice = localStorage.getItem('parley.theme') || 'system';
    density = localStorage.getItem('parley.density') || 'comfortable';
  } catch {
    // Storage is switched off: the system decides.
  }
  var dark = matchMedia('(prefers-color-scheme: dark)').matches;
  var more = matchMedia('(prefers-contrast: more)').matches;
  var theme = choice;
  if (choice === 'system') theme = (more ? 'hc-' : '') + (dark ? 'dark' : 'light');
  document.documentElement.dataset.theme = theme;
  document.documentElement.dataset.density = density;
})();
