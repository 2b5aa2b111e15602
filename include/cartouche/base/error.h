#pragma once
// What the program says when an input is wrong: one line with the place, what was expected and, where there
// is one, the nearest valid word; and the exit code that goes with it.
//
//   throw usage_error(where, "unknown key 'colour'", "did you mean 'color'?");

#include <stdexcept>
#include <string>

namespace cartouche {

/// Exit codes of the command line.
enum class ExitCode : int {
  done = 0,      ///< the work is done
  problems = 1,  ///< a check ran to its end and found problems
  usage = 2,     ///< wrong options, or a project or style file that cannot be understood
  data = 3,      ///< data that cannot be used
};

/// A place in a file the user wrote. Lines and columns count from 1; 0 means unknown.
struct Location {
  std::string file;
  int line = 0;
  int column = 0;

  /// "file:line:column", without the parts that are unknown.
  std::string str() const;
  bool operator==(const Location&) const = default;
};

/// An error the user can act on. what() is the whole line: "file:3:7: message; hint". The parts are clean
/// texts (clean_text.h): always one line, that no terminal obeys and that tells no password.
class Error : public std::runtime_error {
 public:
  Error(ExitCode code, Location where, const std::string& message, const std::string& hint = "",
        std::string excerpt = "");

  ExitCode code() const { return code_; }
  const Location& where() const { return where_; }
  const std::string& message() const { return message_; }
  const std::string& hint() const { return hint_; }
  /// What a terminal shows below the line: the text with a caret line under the wrong word; "" for none.
  const std::string& excerpt() const { return excerpt_; }

 private:
  ExitCode code_;
  Location where_;
  std::string message_;
  std::string hint_;
  std::string excerpt_;
};

/// The user's command or project file is wrong (exit code 2).
Error usage_error(Location where, const std::string& message, const std::string& hint = "");
/// The data cannot be used (exit code 3).
Error data_error(Location where, const std::string& message, const std::string& hint = "");

}  // namespace cartouche
