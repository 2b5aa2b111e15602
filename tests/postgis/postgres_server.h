#pragma once
// A PostgreSQL with PostGIS of the tests' own: started on loopback in a temporary folder, by a user that is
// not root, and gone with the test program.

#include <sys/types.h>

#include <filesystem>
#include <string>

namespace cartouche::testing {

class PostgresServer {
 public:
  /// Started at the first call, for the whole program. `reason()` says why there is none.
  static PostgresServer& get();

  bool runs() const { return process_ > 0; }
  const std::string& reason() const { return reason_; }

  /// "PG:host=127.0.0.1 port=… dbname=essai user=cartouche password=…"
  std::string connection() const { return connection_with(password()); }
  std::string connection_with(const std::string& password) const;
  /// The same as a URI: "postgresql://cartouche:…@127.0.0.1:…/essai".
  std::string uri() const;
  static const std::string& password();

  /// Runs SQL as the database's owner; the first error as text, "" where there is none.
  std::string run(const std::string& sql) const;

 private:
  PostgresServer();
  ~PostgresServer();
  bool find_programs();
  bool make_folder();
  bool make_cluster();
  bool start();
  bool is_ready() const;
  bool fail(const std::string& reason);

  std::filesystem::path programs_, folder_;
  int port_ = 0;
  pid_t process_ = 0;
  std::string reason_;
};

}  // namespace cartouche::testing
