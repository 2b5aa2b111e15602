#include "cartouche/project/edit_moves.h"

#include <algorithm>
#include <cmath>

#include "cartouche/base/number_format.h"

namespace cartouche::project {
namespace {

std::string millimetres(double value) {
  const double rounded = std::round(value * 100) / 100;
  return format_shortest(rounded == 0 ? 0.0 : rounded) + "mm";
}

std::string key_text(const std::string& key) {
  const bool plain =
      key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
          std::string::npos &&
      !key.empty() && key.front() != '-' && key.front() != '.';
  return plain ? key : "\"" + key + "\"";
}

const Node* child(const Node* node, const std::string& key) {
  return node && node->kind() == Node::Kind::map ? node->find(key) : nullptr;
}

/// One file's text, edited a move at a time: each edit is found in the text as it is then.
class Editor {
 public:
  Editor(std::string text, const Project& project, const Page& page, const std::string& file)
      : text_(std::move(text)), project_(project), page_(page), file_(file) {
    if (text_.find("\r\n") != std::string::npos) end_of_line_ = "\r\n";
  }

  void add(const NewMove& move) {
    const Node root = parse_yaml(text_, project_.file.string());
    const Node* page = child(child(&root, "pages"), page_.name.value);
    const Node* pages = child(page, "moves");
    const Node* moves = child(pages, file_);
    const std::string line = key_text(move.id) + ": " + move_text(move);
    if (const Node* old = child(moves, move.id)) {
      replace(move.id, old->where().line, move_text(move));
    } else if (moves && moves->kind() == Node::Kind::map && !moves->entries().empty()) {
      insert_before(moves->entries().front().first, {line}, line + ", ");
    } else if (pages && pages->kind() == Node::Kind::map && !pages->entries().empty() && !moves) {
      insert_before(pages->entries().front().first, {key_text(file_) + ":", "  " + line}, "");
    } else if (page && !pages) {
      insert_before(key_of(*page, "file"), {"moves:", "  " + key_text(file_) + ":", "    " + line}, "");
    } else {
      refuse();
    }
    confirm(move);
  }

  const std::string& text() const { return text_; }

 private:
  [[noreturn]] void refuse() const {
    throw usage_error(page_.name.where,
                      "the moves of page '" + file_ + "' cannot be written into the file as it is laid out",
                      "write 'moves:' with one line a page and a line a move below it, then pull again");
  }

  static const LocatedText& key_of(const Node& map, const std::string& name) {
    const auto& entries = map.entries();
    return std::find_if(entries.begin(), entries.end(),
                        [&](const auto& one) { return one.first.value == name; })
        ->first;
  }

  std::size_t line_begin(int line) const {
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) {
      at = text_.find('\n', at);
      if (at == std::string::npos) refuse();
      ++at;
    }
    return at;
  }

  // Where a key stands, its quote included.
  std::size_t find_key(const std::string& key, int line) const {
    const std::size_t begin = line_begin(line);
    std::size_t at = text_.find(key, begin);
    if (at == std::string::npos || text_.find('\n', begin) < at) refuse();
    if (at > begin && (text_[at - 1] == '"' || text_[at - 1] == '\'')) --at;
    return at;
  }

  // Lines of their own before a key that begins its line, else `inlined` before it.
  void insert_before(const LocatedText& key, const std::vector<std::string>& lines,
                     const std::string& inlined) {
    const std::size_t at = find_key(key.value, key.where.line), begin = line_begin(key.where.line);
    const std::string indent = text_.substr(begin, at - begin);
    if (indent.find_first_not_of(' ') == std::string::npos) {
      std::string block;
      for (const std::string& line : lines) block += indent + line + end_of_line_;
      text_.insert(begin, block);
    } else if (!inlined.empty()) {
      text_.insert(at, inlined);
    } else {
      refuse();
    }
  }

  // The list after a key on its line.
  void replace(const std::string& key, int line, const std::string& value) {
    const std::size_t at = find_key(key, line);
    const std::size_t open = text_.find('[', at), close = text_.find(']', at);
    if (open == std::string::npos || close == std::string::npos || text_.find('\n', at) < close) refuse();
    text_.replace(open, close + 1 - open, value);
  }

  // The file must now say what was meant.
  void confirm(const NewMove& move) const {
    const Node root = parse_yaml(text_, project_.file.string());
    const Node* moves = child(child(child(child(&root, "pages"), page_.name.value), "moves"), file_);
    const Node* found = child(moves, move.id);
    if (!found || found->kind() != Node::Kind::list || found->items().size() != 2 ||
        found->items()[0].text() != millimetres(move.right) ||
        found->items()[1].text() != millimetres(move.down))
      refuse();
  }

  std::string text_;
  const Project& project_;
  const Page& page_;
  const std::string& file_;
  std::string end_of_line_ = "\n";
};

}  // namespace

std::string move_text(const NewMove& move) {
  return "[" + millimetres(move.right) + ", " + millimetres(move.down) + "]";
}

std::string with_moves(std::string text, const Project& project, const Page& page, const std::string& file,
                       const std::vector<NewMove>& moves) {
  Editor editor(std::move(text), project, page, file);
  for (const NewMove& move : moves) editor.add(move);
  return editor.text();
}

}  // namespace cartouche::project
