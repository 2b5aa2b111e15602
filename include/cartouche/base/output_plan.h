#pragma once
// What a command is going to write, planned as a whole and refused before anything is written: nothing takes
// the place of a file that was read, no two outputs share a place, and what a project names stays where its
// outputs belong.
//
//   OutputPlan plan(session.files);
//   plan.add_in(out, "84.svg", "page '84'", page.where);
//   plan.add_in(out, "livre.pdf", "the book", project.book->where);
//
// Files are told apart by what they are (device and inode), however they are spelt or linked. Every refusal
// is a usage error at the place that asked for the output.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "cartouche/base/error.h"
#include "cartouche/base/files_read.h"

namespace cartouche {

class OutputPlan {
 public:
  /// `read`: all that the command reads or has read; "-" is standard input. Files that do not exist count by
  /// their path, and a folder stands for the files in it.
  explicit OutputPlan(const FilesRead& read);

  /// A file that the user names. `what` is it in a message: "the answer". A folder or a name with a control
  /// character is refused too.
  void add(const std::filesystem::path& file, const std::string& what, const Location& asked_at = {});
  /// A file that a project names, in a folder of outputs: a plain name, without separators, not hidden.
  void add_in(const std::filesystem::path& folder, const std::string& name, const std::string& what,
              const Location& asked_at);
  /// A file that a project names by a relative path, which stays below the folder, also through links.
  void add_below(const std::filesystem::path& folder, const std::string& path, const std::string& what,
                 const Location& asked_at);

 private:
  using Inode = std::pair<std::uint64_t, std::uint64_t>;  // device, number
  // What is at a place: known by its inode where a file is there, by its path in any case.
  struct Known {
    std::map<Inode, std::string> inodes;
    std::map<std::string, std::string> paths;
    const std::string* find(const std::filesystem::path& file) const;
    void insert(const std::filesystem::path& file, const std::string& what);
  };

  Known read_, written_;
};

/// A usage error unless `name` can name a file in a folder of outputs: not empty, no separator, no leading
/// dot, no control character, not too long for a file system.
void require_plain_name(const std::string& name, const std::string& what, const Location& asked_at);

}  // namespace cartouche
