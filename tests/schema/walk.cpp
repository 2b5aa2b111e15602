#include "walk.h"

#include <algorithm>

namespace cartouche::testing {
namespace {

// Near no word of any list, so that a refusal names them all.
constexpr const char* kNoWord = "zzzzzzzzzzzzzzzz";

bool has_type(const Json& schema, const std::string& type) {
  const auto found = schema.find("type");
  if (found == schema.end()) return false;
  if (found->is_string()) return *found == type;
  return std::find(found->begin(), found->end(), Json(type)) != found->end();
}

bool is_word(const Json& schema) {
  return schema.contains("enum") || schema.contains("const");
}

bool is_free_text(const Json& schema) {
  return has_type(schema, "string") && !schema.contains("pattern") && !is_word(schema);
}

bool is_scalar(const Json& schema) {
  return is_word(schema) || has_type(schema, "string") || has_type(schema, "number") ||
         has_type(schema, "integer") || has_type(schema, "boolean");
}

std::string text_of(const Json& value) {
  return value.is_string() ? value.get<std::string>() : value.dump();
}

// The value as a YAML file has it: numbers and truth values are text as well.
Json words_of(const Json& value) {
  if (value.is_null() || value.is_string()) return value;
  if (!value.is_structured()) return value.dump();
  Json words = value;
  for (Json& one : words) one = words_of(one);
  return words;
}

// The words of "expected one of: a, b, c"; empty where the hint lists none.
Words listed_words(const Error& refusal) {
  Words words;
  std::string list = refusal.hint();
  if (!list.starts_with("expected ")) return words;
  list = list.substr(std::string("expected ").size());
  if (list.starts_with("one of: ")) list = list.substr(std::string("one of: ").size());
  for (std::size_t from = 0; from < list.size();) {
    const std::size_t to = std::min(list.find(", ", from), list.size());
    words.insert(list.substr(from, to - from));
    from = to + 2;
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Specimen changed(const Specimen& specimen, const Pointer& at, const Json& value) {
  Specimen other = specimen;
  other.files[at] = value;
  return other;
}

}  // namespace

Walk::Walk(Json schema, std::string file, std::string name)
    : schema_(std::move(schema)), file_(std::move(file)), name_(std::move(name)) {}

std::vector<std::string> Walk::differences(const Specimen& specimen) {
  if (const auto& refusal = program_.run(specimen).refusal)
    return {std::string("tests/schema/specimen is refused: ") + refusal->what()};
  visit("", {specimen, Pointer("/" + file_)});
  compare_keys();
  compare_examples();
  return differences_;
}

void Walk::differ(const std::string& text) {
  if (std::find(differences_.begin(), differences_.end(), text) == differences_.end())
    differences_.push_back(text);
}

// The plain schemas that a schema stands for: references followed, unions opened.
std::vector<std::string> Walk::alternatives(const std::string& schema) const {
  const Json& one = at(schema);
  if (one.contains("$ref")) return alternatives(one["$ref"].get<std::string>().substr(1));
  if (!one.contains("anyOf") || one.contains("properties")) return {schema};
  std::vector<std::string> all;
  for (std::size_t i = 0; i < one["anyOf"].size(); ++i)
    for (std::string& each : alternatives(schema + "/anyOf/" + std::to_string(i)))
      all.push_back(std::move(each));
  return all;
}

bool Walk::fits(const std::string& schema, const Json& value) const {
  const Json& one = at(schema);
  if (value.is_null()) return has_type(one, "null");
  if (value.is_array()) return has_type(one, "array");
  if (!value.is_object()) return is_scalar(one);
  if (!has_type(one, "object")) return false;
  if (one.contains("properties"))
    for (const auto& [key, property] : one["properties"].items())
      if (property.contains("const") && value.contains(key) && value[key] != property["const"] &&
          text_of(value[key]) != text_of(property["const"]))
        return false;
  return true;
}

Words Walk::closed_words(const std::vector<std::string>& alternatives) const {
  Words words;
  for (const std::string& schema : alternatives) {
    const Json& one = at(schema);
    if (one.contains("enum"))
      for (const Json& word : one["enum"]) words.insert(text_of(word));
  }
  return words;
}

std::vector<Json> Walk::examples(const std::string& schema) const {
  const Json& one = at(schema);
  if (one.contains("examples")) return one["examples"];
  if (one.contains("$ref")) return examples(one["$ref"].get<std::string>().substr(1));
  if (one.contains("enum")) return one["enum"];
  if (one.value("type", Json()) == "boolean") return {true, false};
  return {};
}

void Walk::visit(const std::string& schema, const Visit& here) {
  const Json& value = here.specimen.files[here.at];
  // Of examples one visit of each is enough, wherever it was put, and one of each kind of single value.
  const std::string place = !here.is_example        ? here.at.to_string()
                            : value.is_structured() ? value.dump()
                                                    : "";
  if (!visited_.insert(schema + " at " + place).second) return;
  const std::vector<std::string> all = alternatives(schema);
  try_wrong_kinds(all, here);
  try_code(all, here);
  const auto fit = std::find_if(all.begin(), all.end(), [&](const auto& one) { return fits(one, value); });
  if (fit == all.end()) {
    differ(name_ + " " + schema + " does not describe the value " + value.dump() + " at " +
           here.at.to_string());
    return;
  }
  if (value.is_object() && at(*fit).contains("properties")) {
    std::map<std::string, Words> kinds;
    for (const std::string& one : all)
      if (at(one).contains("properties"))
        for (const auto& [key, property] : at(one)["properties"].items())
          if (property.contains("const")) kinds[key].insert(text_of(property["const"]));
    visit_map(*fit, here, kinds);
  } else if (value.is_object()) {
    visit_entries(*fit, here);
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i)
      visit(*fit + "/items", {here.specimen, here.at / i, here.is_example});
  } else {
    try_wrong_word(all, here, closed_words(all));
  }
}

void Walk::visit_entries(const std::string& schema, const Visit& here) {
  for (const auto& [key, value] : here.specimen.files[here.at].items())
    visit(schema + "/additionalProperties", {here.specimen, here.at / key, here.is_example});
}

void Walk::visit_map(const std::string& schema, const Visit& here,
                     const std::map<std::string, Words>& kinds) {
  ask_for_keys(schema, here);
  const Json& value = here.specimen.files[here.at];
  for (const auto& [key, property] : at(schema)["properties"].items()) {
    if (!value.contains(key)) {
      try_examples(schema, key, here);
      continue;
    }
    tried_[schema + "/properties/" + key][words_of(value[key]).dump()].is_taken = true;
    require_key(schema, key, here);
    if (property.contains("const"))
      try_wrong_word({schema + "/properties/" + key}, {here.specimen, here.at / key, here.is_example},
                     kinds.at(key).size() > 1 ? kinds.at(key) : Words{});
    else
      visit(schema + "/properties/" + key, {here.specimen, here.at / key, here.is_example});
  }
}

// Puts a key that does not exist into the map: the refusal lists those that do.
void Walk::ask_for_keys(const std::string& schema, const Visit& here) {
  Json map = here.specimen.files[here.at];
  const bool one_key = at(schema).contains("maxProperties");
  if (one_key) map = Json::object();
  map[kNoWord] = kNoWord;
  const auto& refusal = program_.run(changed(here.specimen, here.at, map)).refusal;
  const std::string place = (here.at / kNoWord).to_string() + "#";
  if (!refusal || refusal->where().file != place || refusal->code() != ExitCode::usage) {
    differ("the program does not refuse an unknown key at " + here.at.to_string() +
           " at its place: " + (refusal ? refusal->what() : "it takes it"));
    return;
  }
  keys_asked_[schema].merge(listed_words(*refusal));
}

void Walk::try_examples(const std::string& schema, const std::string& key, const Visit& here) {
  const std::string property = schema + "/properties/" + key;
  const std::vector<Json> shown = examples(property);
  try_default(property, key, here);
  for (const Json& example : shown) {
    Json map = here.specimen.files[here.at];
    if (at(schema).contains("maxProperties")) map = Json::object();
    map[key] = example;
    if (at(schema).contains("dependentRequired") && at(schema)["dependentRequired"].contains(key))
      for (const Json& companion : at(schema)["dependentRequired"][key])
        if (!map.contains(companion.get<std::string>()))
          map[companion.get<std::string>()] =
              examples(schema + "/properties/" + companion.get<std::string>()).front();
    if (at(property).contains("x-with")) map.update(at(property)["x-with"]);
    const Specimen other = changed(here.specimen, here.at, map);
    Tried& tried = tried_[property][words_of(example).dump()];
    if (tried.is_taken) continue;
    const Outcome& outcome = program_.run(other);
    if (outcome.refusal) {
      tried.refusal = outcome.refusal->what();
      continue;
    }
    tried.is_taken = true;
    visit(property, {other, here.at / key, true});
  }
  if (shown.empty()) tried_[property];
}

void Walk::try_default(const std::string& property, const std::string& key, const Visit& here) {
  if (!at(property).contains("default")) return;
  const Json& value = at(property)["default"];
  Json map = here.specimen.files[here.at];
  map[key] = value;
  const std::string place = here.is_example ? "" : here.at.to_string();
  if (!visited_.insert("default of " + property + " at " + place).second) return;
  const Outcome& said = program_.run(changed(here.specimen, here.at, map));
  if (said.refusal) return;  // where the key means nothing beside the others
  tried_[property][words_of(value).dump()].is_taken = true;
  if (said.drawn != program_.run(here.specimen).drawn)
    differ(name_ + " " + property + " says that the default is " + value.dump() +
           ", but the page changes where it is said, at " + here.at.to_string());
}

void Walk::require_key(const std::string& schema, const std::string& key, const Visit& here) {
  Words required;
  for (const char* const keyword : {"required", "x-required"})
    if (at(schema).contains(keyword))
      for (const Json& name : at(schema)[keyword]) required.insert(name.get<std::string>());
  if (!required.contains(key)) return;
  Json map = here.specimen.files[here.at];
  map.erase(key);
  const auto& refusal = program_.run(changed(here.specimen, here.at, map)).refusal;
  if (!refusal || refusal->code() != ExitCode::usage)
    differ(name_ + " " + schema + " says that '" + key + "' is required, but the program does without");
}

// A map where a word is meant, and so on, is refused at its place.
void Walk::try_wrong_kinds(const std::vector<std::string>& all, const Visit& here) {
  const auto any = [&](const auto& is) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return is(at(one)); });
  };
  if (!any([](const Json& one) { return has_type(one, "object"); }))
    refuses(Json{{kNoWord, kNoWord}}, here, "a map");
  if (!any([](const Json& one) { return has_type(one, "array"); }))
    refuses(Json::array({kNoWord}), here, "a list");
  if (!any(is_scalar)) refuses(kNoWord, here, "a single value");
}

void Walk::try_wrong_word(const std::vector<std::string>& all, const Visit& here, Words words) {
  const auto any = [&](const auto& is) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) { return is(at(one)); });
  };
  const bool takes_text = any(is_free_text);
  if (any([](const Json& one) { return has_type(one, "integer"); }) &&
      !any([](const Json& one) { return has_type(one, "number"); }))
    refuses("1.5", here, "a broken number");
  if (takes_text) {
    if (any([](const Json& one) { return one.contains("x-names"); })) return;
    const auto& refusal = program_.run(changed(here.specimen, here.at, kNoWord)).refusal;
    if (refusal && refusal->where().file == here.at.to_string() && !listed_words(*refusal).empty())
      differ(name_ + " " + all.front() +
             " takes any text, but the program only: " + joined(listed_words(*refusal)));
    return;
  }
  Words listed;
  refuses(kNoWord, here, "a word that is none", &listed);
  if (!words.empty() && words != listed)
    differ(name_ + " " + all.front() + " has the words: " + joined(words) +
           "; but the program takes: " + joined(listed));
}

// The specimen has a figure "nombre", a parameter "jeu" and a source "ailleurs" that nothing else names.
void Walk::try_code(const std::vector<std::string>& all, const Visit& here) {
  const auto is = [&](const char* definition) {
    return std::find(all.begin(), all.end(), std::string("/$defs/") + definition) != all.end();
  };
  const Json& value = here.specimen.files[here.at];
  const auto names_aggregate = [&](const std::string& one) {
    return at(one).value("x-names", "") == "aggregates";
  };
  if (value.is_structured() || value.is_null()) return;
  const std::string text = text_of(value);
  const std::string place = here.at.to_string();
  const bool of_pages = place.starts_with("/project/pages") || place.starts_with("/project/layers");
  const std::string name = of_pages ? "nombre.value > -1" : "param.jeu <> ''";
  if (is("expression")) {
    try_syntax(here, text + " (");
    try_syntax(here, text + " || fonction_inconnue(1)");
    try_names(here, "case when " + name + " then (" + text + ") else (" + text + ") end", "a name");
    try_names(here, "case when intersects(ailleurs) then (" + text + ") else (" + text + ") end", "a table");
  } else if (is("template_text")) {
    try_syntax(here, text + "{");
    try_syntax(here, text + "{fonction_inconnue(1)}");
    try_names(here, text + "{if(" + name + ", 'x', '')}", "a name");
    try_names(here, text + "{if(intersects(ailleurs), 'x', '')}", "a table");
  } else if (is("query") || std::any_of(all.begin(), all.end(), names_aggregate)) {
    try_syntax(here, "count(");
    try_syntax(here, "sum(fonction_inconnue(1))");
  }
}

void Walk::try_syntax(const Visit& here, const std::string& wrong) {
  const auto refusal = Program::refused_unread(changed(here.specimen, here.at, wrong));
  if (!refusal || !refusal->where().file.starts_with(here.at.to_string()) ||
      refusal->code() != ExitCode::usage)
    differ("the program does not refuse the code " + wrong + " at " + here.at.to_string() +
           " before it reads data: " + (refusal ? refusal->what() : "it takes it"));
}

void Walk::try_names(const Visit& here, const std::string& with_name, const std::string& what) {
  const auto& refusal = program_.run(changed(here.specimen, here.at, with_name)).refusal;
  if (!refusal) return;
  // Where no row is in reach no table can be asked.
  if (refusal->message().find("asks where a row lies") != std::string::npos) return;
  differ("the code at " + here.at.to_string() + " does not see " + what + ": " + refusal->what());
}

void Walk::refuses(const Json& wrong, const Visit& here, const std::string& what, Words* listed) {
  const auto& refusal = program_.run(changed(here.specimen, here.at, wrong)).refusal;
  // A wrong value is blamed where it stands, or within it.
  const bool is_there = refusal && refusal->where().file.starts_with(here.at.to_string());
  if (!is_there || refusal->code() != ExitCode::usage)
    differ("the program does not refuse " + what + " at " + here.at.to_string() +
           " at its place: " + (refusal ? refusal->what() : "it takes it"));
  else if (listed)
    *listed = listed_words(*refusal);
}

void Walk::compare_keys() {
  const std::string file = "schemas/" + file_ + ".schema.json";
  const auto compare = [&](const std::string& schema) {
    const Json& one = at(schema);
    if (!one.contains("properties")) return;
    if (!keys_asked_.contains(schema)) {
      differ(file + ": no value of the specimen and no example reaches " + schema +
             "; give an example to the property that refers to it");
      return;
    }
    Words asked = keys_asked_[schema];
    for (const auto& [key, property] : one["properties"].items())
      if (!asked.erase(key) && key != "kind" && key != "box" && !property.contains("x-with"))
        differ(file + " " + schema + "/properties has '" + key + "', which the program does not know");
    for (const std::string& key : asked)
      differ(file + " " + schema + "/properties lacks '" + key +
             "', which the program reads; add it with a description and an example");
  };
  compare("");
  for (const auto& [name, one] : schema_["$defs"].items()) compare("/$defs/" + name);
}

void Walk::compare_examples() {
  const std::string file = "schemas/" + file_ + ".schema.json";
  for (const auto& [property, all] : tried_) {
    if (all.empty()) differ(file + " " + property + " has no example, and the specimen does not show it");
    for (const auto& [example, tried] : all)
      if (!tried.is_taken && !tried.refusal.empty())
        differ(file + " " + property + " shows the example " + example +
               ", which the program takes nowhere in the specimen: " + tried.refusal);
  }
}

}  // namespace cartouche::testing
