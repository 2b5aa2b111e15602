#include "cartouche/source/admin_express.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "cartouche/base/words.h"

namespace cartouche {
namespace {

// SIREN of the Métropole du Grand Paris, the one EPCI whose communes are in a second one, their EPT.
constexpr std::string_view kGrandParis = "200054781";

struct Rule {
  std::string_view field;
  std::string_view name;
};

// The first rule whose field is there gives a name.
constexpr std::array<Rule, 27> kRules = {{{"INSEE_COM", "insee"},
                                          {"NOM", "nom"},
                                          {"NOM_COM", "nom"},
                                          {"NOM_EPCI", "nom"},
                                          {"NOM_DEP", "nom"},
                                          {"NOM_REG", "nom"},
                                          {"INSEE_DEP", "dep"},
                                          {"INSEE_REG", "reg"},
                                          {"INSEE_ARR", "arr"},
                                          {"INSEE_CAN", "canton"},
                                          {"SIREN_EPCI", "epci"},
                                          {"CODE_SIREN", "siren"},
                                          {"CODE_EPCI", "siren"},
                                          {"NATURE", "nature"},
                                          {"TYPE_EPCI", "nature"},
                                          {"STATUT", "statut"},
                                          {"POPULATION", "population"},
                                          {"code_insee", "insee"},
                                          {"nom_officiel", "nom"},
                                          {"code_siren", "siren"},
                                          {"codes_siren_des_epci", "epci"},
                                          {"code_siren_de_l_epci", "epci"},
                                          {"code_insee_du_departement", "dep"},
                                          {"code_insee_de_la_region", "reg"},
                                          {"code_insee_de_l_arrondissement", "arr"},
                                          {"code_insee_du_canton", "canton"},
                                          {"INSEE_ARM", "arm"}}};

// Fields that no other producer's data is likely to have.
constexpr std::array<std::string_view, 13> kSignature = {
    "INSEE_COM",  "INSEE_DEP", "INSEE_REG",  "INSEE_ARM",  "INSEE_ARR", "INSEE_CAN",   "SIREN_EPCI",
    "CODE_SIREN", "CODE_EPCI", "code_insee", "code_siren", "cleabs",    "nom_officiel"};

bool contains(std::span<const std::string> fields, std::string_view name) {
  return std::find(fields.begin(), fields.end(), name) != fields.end();
}

// What a field is called here, given what the layer is about.
std::string name_of(const Rule& rule, std::span<const std::string> fields, const std::string& layer) {
  if (rule.field == "code_insee") {
    const std::string kind = fold(layer);
    if (kind == "departement") return "dep";
    if (kind == "region") return "reg";
    if (kind == "canton") return "canton";
    if (kind == "arrondissement") return "arr";
    if (kind == "arrondissement municipal") return "arm";
  }
  // A commune of the oldest editions names its EPCI as the layer of the EPCI names itself.
  if (rule.field == "CODE_EPCI" && contains(fields, "INSEE_COM")) return "epci";
  if ((rule.field == "NOM_EPCI" || rule.field == "NOM_DEP" || rule.field == "NOM_REG") &&
      contains(fields, "INSEE_COM"))
    return "";
  return std::string(rule.name);
}

Column renamed_without_nr(const Column& source, const std::string& name) {
  Column column = source;
  column.rename(name);
  if (source.type() != Type::text) return column;
  Column cleaned(name, Type::text);
  cleaned.reserve(source.size());
  for (std::size_t row = 0; row < source.size(); ++row) {
    const std::string& text = source.texts()[row];
    if (!source.is_valid(row) || text == "NR") {
      cleaned.push_missing();
    } else {
      cleaned.push_back(text);
    }
  }
  return cleaned;
}

// "200054781/200057941" → the métropole and the other; a single code is the EPCI.
struct Membership {
  std::string epci, other;
};
Membership membership(const std::string& codes) {
  const std::size_t slash = codes.find('/');
  if (slash == std::string::npos) return {codes, ""};
  Membership parts{codes.substr(0, slash), codes.substr(slash + 1)};
  if (parts.other == kGrandParis) std::swap(parts.epci, parts.other);
  return parts;
}

void add_memberships(Table& table, const Column& source) {
  Column epci("epci", Type::text), ept("ept", Type::text);
  bool any = false;
  for (std::size_t row = 0; row < source.size(); ++row) {
    const std::string codes = source.text(row);
    if (!source.is_valid(row) || codes == "NR" || codes.empty()) {
      epci.push_missing();
      ept.push_missing();
      continue;
    }
    const Membership parts = membership(codes);
    epci.push_back(parts.epci);
    any = any || !parts.other.empty();
    ept.push_back(parts.other.empty() ? Value() : Value(parts.other));
  }
  table.set_column(std::move(epci));
  if (any && table.find("ept") == nullptr) table.set_column(std::move(ept));
}

}  // namespace

std::vector<Alias> admin_express_aliases(std::span<const std::string> fields, const std::string& layer) {
  std::vector<Alias> aliases;
  const auto is_known = [&](std::string_view name) { return contains(fields, name); };
  if (std::none_of(kSignature.begin(), kSignature.end(), is_known)) return aliases;
  for (const Rule& rule : kRules) {
    if (!contains(fields, rule.field)) continue;
    const std::string name = name_of(rule, fields, layer);
    const auto same = [&](const Alias& alias) { return alias.name == name; };
    if (name.empty() || contains(fields, name) || std::any_of(aliases.begin(), aliases.end(), same)) continue;
    aliases.push_back({name, std::string(rule.field)});
  }
  return aliases;
}

void add_admin_express_names(Table& table, std::span<const Alias> aliases) {
  for (const Alias& alias : aliases) {
    const Column* source = table.find(alias.field);
    if (source == nullptr || table.find(alias.name) != nullptr) continue;
    if (alias.name == "epci") {
      add_memberships(table, Column(*source));
    } else {
      table.set_column(renamed_without_nr(*source, alias.name));
    }
  }
}

}  // namespace cartouche
