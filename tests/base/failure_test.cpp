// Every way out is one line and an exit code of the table.

#include "cartouche/base/failure.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <functional>
#include <new>
#include <stdexcept>
#include <thread>

namespace {

using cartouche::current_failure;
using cartouche::end_on_uncaught_exceptions;
using cartouche::ExitCode;
using cartouche::Failure;
using ::testing::HasSubstr;
using ::testing::Not;

Failure failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (...) {
    return current_failure();
  }
  return {"nothing was thrown", "", ExitCode::done};
}

TEST(Failure, IsOneLineAndACodeWhateverWasThrown) {
  namespace fs = std::filesystem;
  const struct {
    std::function<void()> work;
    ExitCode code;
    const char* says;
  } cases[] = {
      {[] {
         throw cartouche::usage_error({"a.yaml", 1, 2}, "no");
       },
       ExitCode::usage, "a.yaml:1:2: no"},
      {[] { throw std::bad_alloc(); }, ExitCode::data, "not enough memory"},
      {[] {
         throw fs::filesystem_error("x", "un/dossier", std::make_error_code(std::errc::permission_denied));
       },
       ExitCode::data, "un/dossier: Permission denied"},
      {[] { throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again)); },
       ExitCode::data, "the system refuses"},
      {[] { throw std::length_error("vector::reserve"); }, ExitCode::data, "too large"},
      {[] { throw std::runtime_error("two\nlines, \x1b[2J, password=s3cret"); }, ExitCode::data,
       "two lines, [2J"},
      {[] { throw 7; }, ExitCode::data, "an unexpected fault"},
  };
  for (const auto& one : cases) {
    const Failure failure = failure_of(one.work);
    EXPECT_EQ(failure.code, one.code) << one.says;
    EXPECT_THAT(failure.line, HasSubstr(one.says));
    EXPECT_EQ(failure.line.find_first_of("\n\x1b"), std::string::npos);
    EXPECT_THAT(failure.line, Not(HasSubstr("s3cret")));
  }
}

TEST(FailureDeathTest, InAThreadEndsTheProgramWithItsLineAndCode) {
  EXPECT_EXIT(
      {
        end_on_uncaught_exceptions();
        std::thread([] { throw std::runtime_error("in a\nthread"); }).join();
      },
      ::testing::ExitedWithCode(3), "cartouche: .*in a thread");
}

}  // namespace
