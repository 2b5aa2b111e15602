// Search as people write: accents, case, hyphens, apostrophes, ligatures and spaces do not count, and all words
// must be there, in whatever order and column.
const kLigatures = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };
// NFKD takes other ligatures and accents apart; soft hyphens and marks of direction are no letters.
const fold = (text) => text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '').toLowerCase()
  .replace(/[œæßøđłı]/g, (one) => kLigatures[one]);
const wordsOf = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

// What a row can be found by: each value in words, and without what parts them ("L’Horme" as "lhorme").
const folded = new WeakMap();
function haystack(row) {
  if (!folded.has(row))
    folded.set(row, row.values.map((value) => wordsOf(value)).map((words) => `${words.join(' ')}\n${words.join('')}`).join('\n'));
  return folded.get(row);
}

/// A test of rows: whether they have all words that are sought.
function seek(text) {
  const words = wordsOf(text);
  return (row) => words.every((word) => haystack(row).includes(word));
}
