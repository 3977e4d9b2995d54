// Loaded before the first paint: a reader's letter size and contrast, kept in cookies, must not flash.
for (const [cookie, attribute] of [["gb-size", "size"], ["gb-contrast", "contrast"]]) {
  const found = document.cookie.match(new RegExp("(?:^|; )" + cookie + "=([a-z]+)"));
  if (found) document.documentElement.dataset[attribute] = found[1];
}
