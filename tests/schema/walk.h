#pragma once
// Holds a JSON Schema against the program, key by key. Every value of the specimen, and every example of the
// schema put in its place, is visited: a key that no schema has must be refused, with the keys that would
// have been taken; so must a value of the wrong kind, a word of no closed list and the loss of a required
// key; each at its place. What the schema shows as an example or a default must be taken. Where the schema
// says that code stands, a wrong word must be refused before any data is read, and the code must see what all
// code there sees: the parameters, on pages and in their layers the figures, over rows every table of the
// project.
//
// Keywords read: $ref, anyOf, type, properties, required, additionalProperties, items, enum, const, default,
// examples, dependentRequired, maxProperties; and our own
//   x-required  keys that must stand here, or in the style that this one inherits
//   x-with      keys, with their values, that the key's example stands beside
//   x-names     what a free text names: anything but a word of a closed list

#include <map>
#include <set>
#include <string>
#include <vector>

#include "specimen.h"

namespace cartouche::testing {

using Words = std::set<std::string>;

class Walk {
 public:
  /// `schema` describes the specimen's `file`: "project" or "style"; `name` is how messages call the schema.
  Walk(Json schema, std::string file, std::string name);

  /// What the schema says otherwise than the program, one line each.
  std::vector<std::string> differences(const Specimen& specimen);

 private:
  struct Visit {
    const Specimen& specimen;
    Pointer at;
    bool is_example = false;  // put there by an example: one such visit tells enough of each schema
  };
  struct Tried {
    bool is_taken = false;
    std::string refusal;
  };

  // The schema's side.
  std::vector<std::string> alternatives(const std::string& schema) const;
  const Json& at(const std::string& schema) const { return schema_.at(Pointer(schema)); }
  bool fits(const std::string& schema, const Json& value) const;
  Words closed_words(const std::vector<std::string>& alternatives) const;
  std::vector<Json> examples(const std::string& schema) const;

  // The program's side.
  void visit(const std::string& schema, const Visit& here);
  void visit_map(const std::string& schema, const Visit& here, const std::map<std::string, Words>& kinds);
  void visit_entries(const std::string& schema, const Visit& here);
  void ask_for_keys(const std::string& schema, const Visit& here);
  void try_examples(const std::string& schema, const std::string& key, const Visit& here);
  void try_default(const std::string& property, const std::string& key, const Visit& here);
  void require_key(const std::string& schema, const std::string& key, const Visit& here);
  void try_wrong_kinds(const std::vector<std::string>& alternatives, const Visit& here);
  void try_wrong_word(const std::vector<std::string>& alternatives, const Visit& here, Words words);

  void try_code(const std::vector<std::string>& alternatives, const Visit& here);
  void try_syntax(const Visit& here, const std::string& wrong);
  void try_names(const Visit& here, const std::string& with_name, const std::string& what);
  void refuses(const Json& wrong, const Visit& here, const std::string& what, Words* listed = nullptr);
  void compare_keys();
  void compare_examples();
  void differ(const std::string& text);

  Json schema_;
  std::string file_, name_;
  Program program_;
  std::map<std::string, Words> keys_asked_;  // closed map of the schema → keys that the program takes there
  std::map<std::string, std::map<std::string, Tried>> tried_;  // property → example → what became of it
  std::set<std::string> visited_;
  std::vector<std::string> differences_;
};

}  // namespace cartouche::testing
