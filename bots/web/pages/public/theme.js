// A file of its own, loaded before the first paint: a chosen theme must not flash, and inline scripts are not allowed.
try {
  const chosen = localStorage.getItem('perle.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage is switched off: the system's theme it is.
}
