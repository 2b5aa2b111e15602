#pragma once
// An SVG file as a tree of elements with their places. Private to the module.
//
// Safe by what it refuses: nothing outside the text is ever read, no entity but XML's own five and numbers is
// replaced (a document type is passed over), and elements nest kDeepest deep at most, so that whoever walks
// the tree may call itself. Reading takes time in proportion to the text.

#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cartouche/base/error.h"
#include "cartouche/geometry/path.h"

namespace cartouche::svg {

/// usage_error for what a project names, data_error for what is read as data.
using MakeError = Error (*)(Location, const std::string& message, const std::string& hint);

class Document {
 public:
  static constexpr int kDeepest = 256;

  /// Throws, by `error`, what is no XML, no SVG, or nested too deeply.
  Document(std::string_view text, std::string file, MakeError error);

  pugi::xml_node root() const { return document_.document_element(); }
  /// The name of an element of SVG, without the prefix that the file may give it; empty for text, comments
  /// and elements of other vocabularies, which draw nothing.
  std::string_view name(const pugi::xml_node& node) const;
  /// Of an element's "<", or of a text's beginning.
  Location place(const pugi::xml_node& node) const;
  /// Throws the error that belongs to this document, at the node.
  [[noreturn]] void fail(const pugi::xml_node& node, const std::string& message,
                         const std::string& hint = "") const;
  /// The length that an attribute gives, in user units; 0 where it is missing. Throws where it is no length.
  double length(const pugi::xml_node& node, const char* key) const;
  /// What the element's `transform` says. Throws where it cannot be read.
  Affine transform(const pugi::xml_node& node) const;

 private:
  Location place_at(std::ptrdiff_t offset) const;
  void look_over();

  std::string file_;
  MakeError error_;
  std::vector<std::size_t> lines_;  ///< where each begins
  pugi::xml_document document_;
  std::set<std::string, std::less<>> prefixes_;  ///< that stand for SVG
};

}  // namespace cartouche::svg
