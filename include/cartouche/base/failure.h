#pragma once
// Every way out of the program that is no result is one line and an exit code of the table in
// cartouche/base/error.h, whatever was thrown and wherever.

#include <string>

#include "cartouche/base/error.h"

namespace cartouche {

struct Failure {
  std::string line;
  std::string excerpt;  ///< what a terminal shows below the line; "" for none
  ExitCode code;
};

/// What the exception that is being handled says. Call within a catch block only.
Failure current_failure();

/// An exception that nothing caught (one in a thread, in a destructor) ends the program with its line on
/// standard error and its exit code, instead of the runtime's own words and a signal.
void end_on_uncaught_exceptions();

}  // namespace cartouche
