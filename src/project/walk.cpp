#include "cartouche/project/walk.h"

#include <set>

namespace cartouche::project {
namespace {

template <class T>
inline constexpr bool is_code = false;
template <CodeKind kind>
inline constexpr bool is_code<Code<kind>> = true;

template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;
template <class T>
inline constexpr bool is_map = false;
template <class Key, class T>
inline constexpr bool is_map<std::map<Key, T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

// What holds no code: words, numbers and places, and what other modules read.
template <class T>
inline constexpr bool is_plain = std::is_arithmetic_v<T>;
template <>
inline constexpr bool is_plain<std::string> = true;
template <>
inline constexpr bool is_plain<std::filesystem::path> = true;
template <>
inline constexpr bool is_plain<Location> = true;
template <class T>
inline constexpr bool is_plain<Located<T>> = true;
template <>
inline constexpr bool is_plain<Source> = true;
template <>
inline constexpr bool is_plain<TableRecipe> = true;
template <>
inline constexpr bool is_plain<PageMoves> = true;
template <>
inline constexpr bool is_plain<Acceptance> = true;

class Walk {
 public:
  explicit Walk(const PartVisitor& visit) : visit_(visit) {}

  template <class Part>
  void walk(const Part& part) {
    if constexpr (is_code<Part>) {
      if (visit_.code)
        visit_.code({Part::kind, part.value, part.where, sees_row(Part::kind) ? rows_ : nullptr});
    } else if constexpr (std::is_same_v<Part, TableName>) {
      if (visit_.table) visit_.table(part);
    } else if constexpr (std::is_same_v<Part, LayerName>) {
      if (visit_.layer) visit_.layer(part);
    } else if constexpr (is_optional<Part>) {
      if (part) walk(*part);
    } else if constexpr (is_list<Part>) {
      for (const auto& one : part) walk(one);
    } else if constexpr (is_map<Part>) {
      for (const auto& [key, one] : part) walk(one);
    } else if constexpr (requires { members(part); }) {
      walk_members(part);
    } else {
      static_assert(is_plain<Part>, "say beside the struct what its members() are");
    }
  }

 private:
  // Rows are those of the table that stands beside the code, or around it.
  template <class Whole>
  void walk_members(const Whole& whole) {
    const TableName* const outer = rows_;
    if constexpr (requires { whole.table; }) rows_ = &whole.table;
    std::apply([this](const auto&... part) { (walk(part), ...); }, members(whole));
    rows_ = outer;
  }

  static bool sees_row(CodeKind kind) { return kind == CodeKind::expression || kind == CodeKind::row_text; }

  const PartVisitor& visit_;
  const TableName* rows_ = nullptr;
};

}  // namespace

void each_part(const Project& project, const PartVisitor& visit) {
  Walk(visit).walk(project);
}

void each_part(const Layer& layer, const PartVisitor& visit) {
  Walk(visit).walk(layer);
}

void each_part(const Figure& figure, const PartVisitor& visit) {
  Walk(visit).walk(figure);
}

void each_part(const Question& question, const PartVisitor& visit) {
  Walk(visit).walk(question);
}

void each_part(const Page& page, const Project& project, const PartVisitor& visit) {
  std::set<std::string> seen;
  std::vector<const Layer*> layers;
  PartVisitor with_layers = visit;
  with_layers.layer = [&](const LayerName& name) {
    if (visit.layer) visit.layer(name);
    if (seen.insert(name.value).second) layers.push_back(&project.layer(name));
  };
  Walk(with_layers).walk(page);
  for (const Layer* layer : layers) Walk(visit).walk(*layer);
}

}  // namespace cartouche::project
