#include "cartouche/base/failure.h"

#include <unistd.h>

#include <exception>
#include <filesystem>
#include <new>

namespace cartouche {
namespace {

Failure of_error(const Error& error) {
  return {error.what(), error.excerpt(), error.code()};
}

// Data errors: what can be thrown beside an Error comes from the machine or from a library that met data it
// was not made for. The text passes through Error, which makes one clean line of it.
Failure of_machine(const std::string& place, const std::string& message) {
  return of_error(data_error({place, 0, 0}, message));
}

[[noreturn]] void end_with_a_line() {
  Failure failure{"something went wrong that it has no words for", "", ExitCode::data};
  if (std::current_exception()) {
    try {
      throw;
    } catch (...) {
      failure = current_failure();
    }
  }
  const std::string line = "cartouche: " + failure.line + "\n";
  // Nothing is left to say where that cannot be written.
  static_cast<void>(!write(STDERR_FILENO, line.data(), line.size()));
  _exit(static_cast<int>(failure.code));
}

}  // namespace

Failure current_failure() {
  try {
    throw;
  } catch (const Error& error) {
    return of_error(error);
  } catch (const std::bad_alloc&) {
    return {"not enough memory for this data", "", ExitCode::data};
  } catch (const std::filesystem::filesystem_error& error) {
    return of_machine(error.path1().string(), error.code().message());
  } catch (const std::system_error& error) {
    return of_machine("", "the system refuses: " + error.code().message());
  } catch (const std::length_error&) {
    return {"this data is too large", "", ExitCode::data};
  } catch (const std::exception& error) {
    return of_machine("", std::string("an unexpected fault, please report it: ") + error.what());
  } catch (...) {
    return {"an unexpected fault, please report it", "", ExitCode::data};
  }
}

void end_on_uncaught_exceptions() {
  std::set_terminate(end_with_a_line);
}

}  // namespace cartouche
