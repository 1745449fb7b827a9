// Runs before the first paint so that a chosen theme does not flash. A file of its own: the CSP allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('throughline.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to this page: the system's theme stays.
  }
})();
