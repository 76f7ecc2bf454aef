// In Danish, whatever the browser speaks: no other words are here. Imported before Sveltia, which reads its
// preferences as soon as it is there, and would put the browser's language among them.
const preferences = 'sveltia-cms.prefs';
const before = JSON.parse(localStorage.getItem(preferences) ?? '{}') as object;
localStorage.setItem(preferences, JSON.stringify({ ...before, locale: 'da' }));
