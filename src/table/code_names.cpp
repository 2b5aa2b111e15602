#include "cartouche/table/code_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

// The list of docs/sources.md.
constexpr std::array<std::string_view, 50> kCodeWords = {
    "code",  "codes", "cod",    "id",        "ids",         "identifiant", "ident",  "uid", "uuid",
    "insee", "cog",   "siren",  "siret",     "nic",         "epci",        "ept",    "com", "commune",
    "dep",   "dept",  "dpt",    "reg",       "departement", "region",      "canton", "arr", "arm",
    "iris",  "qp",    "qpv",    "ze",        "bv",          "cp",          "postal", "zip", "nuts",
    "lau",   "uai",   "finess", "rna",       "naf",         "ape",         "nace",   "tel", "telephone",
    "fax",   "phone", "ref",    "matricule", "cle"};

constexpr std::array<std::string_view, 7> kYearWords = {"annee", "annees",    "year",    "an",
                                                        "years", "millesime", "exercice"};

constexpr std::array<std::string_view, 26> kQuantityWords = {
    "nb",       "nbr",      "nombre", "count",    "population", "pop",  "part",    "taux",       "pct",
    "pourcent", "montant",  "total",  "somme",    "moyenne",    "mean", "surface", "superficie", "area",
    "longueur", "distance", "duree",  "effectif", "emplois",    "rang", "densite", "indice"};

template <class Words>
bool has(const Words& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}

// "codeInsee2" → "code Insee 2"
std::string spaced(std::string_view name) {
  std::string text;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool digit = name[i] >= '0' && name[i] <= '9';
    const bool hump = i > 0 && is_upper(name[i]) && is_lower(name[i - 1]);
    text.append(digit || hump ? " " : "");
    text += digit ? ' ' : name[i];
  }
  return text;
}

// One of the words, and none of quantities.
template <class Words>
bool holds_word_of(std::string_view column, const Words& words) {
  const std::string folded = fold(spaced(column));
  bool found = false;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    const std::string word = folded.substr(begin, end - begin);
    if (has(kQuantityWords, word)) return false;
    found = found || has(words, word);
    begin = end + 1;
  }
  return found;
}

}  // namespace

bool looks_like_code(std::string_view column) {
  return holds_word_of(column, kCodeWords);
}

bool names_a_code_or_year(std::string_view column) {
  return holds_word_of(column, kCodeWords) || holds_word_of(column, kYearWords);
}

}  // namespace cartouche
