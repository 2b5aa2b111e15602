#pragma once
// Points and zones in a schema of the server, as tests ask for them.

#include <gmock/gmock.h>

#include <sstream>

#include "cartouche/cli/run.h"
#include "cartouche/source/source.h"
#include "postgres_server.h"

namespace cartouche::testing {

class PostgisTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!server().runs()) GTEST_SKIP() << server().reason();
  }
  static PostgresServer& server() { return PostgresServer::get(); }

  struct Outcome {
    int code;
    std::string out, err;
  };
  static Outcome run(const std::vector<std::string>& arguments) {
    std::ostringstream out, err;
    const int code = cli::run(arguments, out, err);
    EXPECT_EQ((out.str() + err.str()).find(PostgresServer::password()), std::string::npos)
        << "a password is shown";
    return {code, out.str(), err.str()};
  }
};

}  // namespace cartouche::testing
